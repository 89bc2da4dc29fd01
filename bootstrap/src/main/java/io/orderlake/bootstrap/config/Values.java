package io.orderlake.bootstrap.config;

import io.orderlake.bootstrap.config.LakehouseConfig.SettingFamily;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** Turns configured texts into values, and keeps what was wrong with them. */
final class Values {
  private final SortedMap<String, Entry> entries;
  private final java.util.List<String> problems = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();

  Values(SortedMap<String, Entry> entries) {
    this.entries = entries;
  }

  /** The setting's value; where it is wrong, the problem is noted and the default stands in. */
  <T> T of(Setting<T> setting) {
    String key = setting.key();
    return setting
        .parser()
        .apply(entry(key).text())
        .getOrElseGet(
            sentence -> {
              wrong.add(key);
              problem(key, key + " '" + shown(key) + "' " + sentence);
              return setting.parser().apply(setting.defaultText()).get();
            });
  }

  /** Whether somebody said something of it. */
  boolean isSaid(Setting<?> setting) {
    return !(entry(setting.key()).origin() instanceof Origin.Default);
  }

  /** Whether the default stands in for a value that was asked for. */
  boolean isWrong(Setting<?> setting) {
    return wrong.contains(setting.key());
  }

  /** The settings of a family, without the prefix. */
  SortedMap<String, String> family(SettingFamily family) {
    return below(family.prefix());
  }

  /** The settings whose keys begin so, without that beginning. */
  SortedMap<String, String> below(String prefix) {
    return entries
        .filterKeys(key -> key.startsWith(prefix))
        .bimap(key -> key.substring(prefix.length()), Entry::text);
  }

  /** What is set under a key that may have no setting, without white space at its ends. */
  Option<String> text(String key) {
    return entries.get(key).map(entry -> entry.text().strip());
  }

  /**
   * Notes what is wrong with a setting, and where it was set; where only something below the key is
   * set, the first place of that.
   */
  void problem(String key, String sentence) {
    Origin place = entries.get(key).map(Entry::origin).getOrElse(() -> firstOf(origins(key + ".")));
    problems.add(place + ": " + sentence);
  }

  private List<Origin> origins(String prefix) {
    return entries.filterKeys(key -> key.startsWith(prefix)).values().toList().map(Entry::origin);
  }

  private static Origin firstOf(List<Origin> origins) {
    return origins.minBy(origin -> origin instanceof Origin.File file ? file.line() : 0).get();
  }

  String shown(String key) {
    return Secrets.shown(key, entry(key).text());
  }

  List<String> problems() {
    return List.ofAll(problems);
  }

  private Entry entry(String key) {
    return entries.get(key).get();
  }
}
