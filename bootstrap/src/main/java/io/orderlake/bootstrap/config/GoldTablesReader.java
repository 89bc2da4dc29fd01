package io.orderlake.bootstrap.config;

import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Grain;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.LakeProperties;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the Gold tables that configuration adds; notes all that is wrong with any of them. */
final class GoldTablesReader {
  static final String DIMENSIONS =
      List.of(Dimension.values()).map(Dimension::column).mkString(", ");
  static final String GRAINS = List.of(Grain.values()).map(GoldTablesReader::word).mkString(", ");

  /** Those that a table may have beside the ones that every table has. */
  static final String MEASURES = others().map(Measure::column).mkString(", ");

  private static final Pattern PART = Pattern.compile("\\.(by|every|measures)$");

  private final Values values;
  private final SortedMap<String, String> settings;
  private final String example = Settings.GOLD_TABLES.prefix() + Settings.GOLD_TABLES.example();

  GoldTablesReader(Values values) {
    this.values = values;
    this.settings = values.family(Settings.GOLD_TABLES);
  }

  /** The tables without a fault, those that are built in first. */
  List<GoldProjection> read(LakeProperties lake) {
    Tuple2<List<String>, List<String>> keys =
        settings.keySet().toList().partition(key -> PART.matcher(key).find());
    keys._2.forEach(this::isNoPart);
    return GoldProjections.in(lake)
        .appendAll(
            keys._1
                .map(key -> PART.matcher(key).replaceFirst(""))
                .distinct()
                .flatMap(name -> table(name, lake)));
  }

  private void isNoPart(String key) {
    problem(key, " is nothing that a table has; write e.g. " + example);
  }

  private Option<GoldProjection> table(String name, LakeProperties lake) {
    boolean named = isNamed(name, lake);
    List<Dimension> by = part(name, "by", this::dimensions);
    List<Grain> every = part(name, "every", this::grain);
    String key = name + ".measures";
    Option<Measures> measures =
        settings
            .get(key)
            .map(text -> measures(key, text.strip()))
            .getOrElse(Option.some(Measures.BASIC));
    return Option.when(
        named && by.nonEmpty() && every.nonEmpty() && measures.isDefined(),
        () -> new GoldProjection(name, by.asJava(), every.head(), measures.get(), lake));
  }

  private boolean isNamed(String name, LakeProperties lake) {
    if (!GoldProjection.isName(name)) {
      problem(
          name,
          ": a table's name is of small letters, digits and _, and begins with a letter; it is set"
              + " in the file, since no variable can spell its _");
      return false;
    }
    boolean isBuiltIn = GoldProjections.in(lake).exists(table -> table.table().equals(name));
    if (isBuiltIn) {
      problem(name, ": the table " + name + " is built in; take another name");
    }
    return !isBuiltIn;
  }

  /** What the part says; nothing when that is wrong, and then the problem is noted. */
  private <T> List<T> part(String name, String part, BiFunction<String, String, List<T>> read) {
    String key = name + "." + part;
    Option<String> text = settings.get(key);
    if (text.isEmpty()) {
      problem(name, " has no '" + part + "'; write e.g. " + example);
    }
    return text.map(said -> read.apply(key, said.strip())).getOrElse(List.empty());
  }

  private List<Dimension> dimensions(String key, String text) {
    return listed(key, text, List.of(Dimension.values()), Dimension::column, "column");
  }

  private Option<Measures> measures(String key, String text) {
    List<Measure> others = listed(key, text, others(), Measure::column, "further measure");
    boolean lacksRates = others.contains(Measure.CONVERTED) && !RatesReader.areAskedFor(values);
    if (lacksRates) {
      problem(
          key,
          " '"
              + Measure.CONVERTED.column()
              + "' needs rates to convert by, and there are none; set "
              + Settings.RATES_FILE.key()
              + " and "
              + Settings.RATES_TO.key()
              + ", or take it out");
    }
    return Option.when(others.nonEmpty() && !lacksRates, () -> Measures.and(others.asJava()));
  }

  private static List<Measure> others() {
    return List.of(Measure.values()).removeAll(Measures.BASIC.all());
  }

  /** What the list names; nothing when that is wrong, and then the problem is noted. */
  private <T> List<T> listed(
      String key, String text, List<T> known, Function<T, String> word, String what) {
    List<String> names = List.of(text.split(",", -1)).map(String::strip);
    List<T> found = names.flatMap(name -> known.find(one -> word.apply(one).equals(name)));
    if (found.size() < names.size()) {
      String unknown = names.removeAll(found.map(word)).head();
      problem(
          key,
          " '%s' is not a %s; expected some of %s"
              .formatted(unknown, what, known.map(word).mkString(", ")));
      return List.empty();
    }
    if (found.distinct().size() < found.size()) {
      problem(key, " names a " + what + " twice");
      return List.empty();
    }
    return found;
  }

  private List<Grain> grain(String key, String text) {
    List<Grain> found = List.of(Grain.values()).filter(grain -> word(grain).equals(text));
    if (found.isEmpty()) {
      problem(key, " '" + text + "' is no stretch of time; expected " + GRAINS);
    }
    return found;
  }

  private void problem(String key, String sentence) {
    String setting = Settings.GOLD_TABLES.prefix() + key;
    values.problem(setting, setting + sentence);
  }

  private static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }
}
