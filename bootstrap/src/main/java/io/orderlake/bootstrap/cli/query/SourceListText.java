package io.orderlake.bootstrap.cli.query;

import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.domain.source.Source;
import io.vavr.collection.List;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Configured sources, for people and for programs. */
final class SourceListText {
  /** What every source has, and what is not part of its mapping. */
  private static final List<String> OWN = List.of("topics", "format");

  private SourceListText() {}

  static List<Line> lines(List<Source> sources, LakehouseConfig config) {
    List<Line> lines = List.empty();
    for (Source source : sources) {
      Map<String, String> said = new LinkedHashMap<>();
      said.put(
          "topics",
          source.topics().isEmpty() ? "none, only for feeds" : String.join(", ", source.topics()));
      said.put("format", source.format().name());
      said.putAll(mapping(source, config));
      int widest = said.keySet().stream().mapToInt(String::length).max().orElse(1);
      lines =
          lines
              .append(Line.bold(source.name()))
              .appendAll(
                  List.ofAll(said.entrySet())
                      .map(
                          part ->
                              String.format(
                                  Locale.ROOT,
                                  "  %-" + widest + "s  %s",
                                  part.getKey(),
                                  part.getValue()))
                      .map(Line::of));
    }
    return lines;
  }

  static Map<String, Object> json(List<Source> sources, LakehouseConfig config) {
    return Map.of(
        "sources", sources.map(source -> SourceListText.json(source, config)).toJavaList());
  }

  private static Map<String, Object> json(Source source, LakehouseConfig config) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", source.name());
    json.put("topics", source.topics());
    json.put("format", source.format().name());
    json.put("mapping", mapping(source, config));
    return json;
  }

  /** As it is written in the configuration. */
  private static Map<String, String> mapping(Source source, LakehouseConfig config) {
    String prefix = "sources." + source.name() + ".";
    Map<String, String> mapping = new LinkedHashMap<>();
    config
        .entries()
        .filterKeys(key -> key.startsWith(prefix))
        .forEach(
            (key, entry) -> {
              String part = key.substring(prefix.length());
              if (!OWN.contains(part)) {
                mapping.put(part, entry.text());
              }
            });
    return mapping;
  }
}
