package io.orderlake.bootstrap.config;

import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Grain;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.time.ZoneId;
import java.util.Locale;

/** Reads the Gold tables that configuration adds; notes all that is wrong with any of them. */
final class GoldTablesReader {
  static final String DIMENSIONS =
      List.of(Dimension.values()).map(Dimension::column).mkString(", ");
  static final String GRAINS = List.of(Grain.values()).map(GoldTablesReader::word).mkString(", ");

  private final Values values;
  private final SortedMap<String, String> settings;

  GoldTablesReader(Values values) {
    this.values = values;
    this.settings = values.family(Settings.GOLD_TABLES);
  }

  /** The tables without a fault, those that are built in first. */
  List<GoldProjection> read(ZoneId zone) {
    Map<String, List<String>> parts = LinkedHashMap.empty();
    for (String key : settings.keySet()) {
      int dot = key.lastIndexOf('.');
      String name = dot < 0 ? key : key.substring(0, dot);
      String part = dot < 0 ? "" : key.substring(dot + 1);
      if (part.equals("by") || part.equals("every")) {
        parts = parts.put(name, parts.getOrElse(name, List.empty()).append(part));
      } else {
        values.problem(
            Settings.GOLD_TABLES.prefix() + key,
            Settings.GOLD_TABLES.prefix()
                + key
                + " is nothing that a table has; write e.g. gold.tables."
                + Settings.GOLD_TABLES.example());
      }
    }
    return GoldProjections.in(zone).appendAll(parts.flatMap(t -> table(t._1, t._2, zone)));
  }

  private Option<GoldProjection> table(String name, List<String> parts, ZoneId zone) {
    String prefix = Settings.GOLD_TABLES.prefix() + name;
    String anywhere = prefix + "." + parts.head();
    boolean named = GoldProjection.isName(name);
    if (!named) {
      values.problem(
          anywhere,
          prefix
              + ": a table's name is of small letters, digits and _, and begins with a letter; it is"
              + " set in the file, since no variable can spell its _");
    } else if (GoldProjections.in(zone).exists(builtIn -> builtIn.table().equals(name))) {
      values.problem(anywhere, prefix + ": the table " + name + " is built in; take another name");
      named = false;
    }
    List<Dimension> by =
        parts.contains("by") ? dimensions(prefix) : missing(anywhere, prefix, "by");
    List<Grain> every =
        parts.contains("every") ? grain(prefix) : missing(anywhere, prefix, "every");
    return Option.when(
        named && by.nonEmpty() && every.nonEmpty(),
        () -> new GoldProjection(name, by.asJava(), every.head(), zone));
  }

  private <T> List<T> missing(String anywhere, String prefix, String part) {
    values.problem(
        anywhere,
        prefix
            + " has no '"
            + part
            + "'; write e.g. gold.tables."
            + Settings.GOLD_TABLES.example());
    return List.empty();
  }

  private List<Dimension> dimensions(String prefix) {
    String key = prefix + ".by";
    List<String> names = List.of(text(key).split(",", -1)).map(String::strip);
    List<String> unknown =
        names.filter(name -> List.of(Dimension.values()).forAll(d -> !d.column().equals(name)));
    if (unknown.nonEmpty()) {
      values.problem(
          key, key + " '" + unknown.head() + "' is not a column; expected some of " + DIMENSIONS);
      return List.empty();
    }
    if (names.distinct().size() < names.size()) {
      values.problem(key, key + " names a column twice");
      return List.empty();
    }
    return names.flatMap(name -> List.of(Dimension.values()).filter(d -> d.column().equals(name)));
  }

  private List<Grain> grain(String prefix) {
    String key = prefix + ".every";
    List<Grain> found = List.of(Grain.values()).filter(grain -> word(grain).equals(text(key)));
    if (found.isEmpty()) {
      values.problem(key, key + " '" + text(key) + "' is no stretch of time; expected " + GRAINS);
    }
    return found;
  }

  private String text(String key) {
    return settings.get(key.substring(Settings.GOLD_TABLES.prefix().length())).get().strip();
  }

  private static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }
}
