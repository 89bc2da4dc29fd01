package io.orderlake.answers.text;

import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.money.Amount;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Figures of Gold for people and for programs, each measure by its name. */
public final class FiguresText {
  private FiguresText() {}

  /** One of them, set for reading. */
  public static String of(Measure measure, Figures figures) {
    return switch (measure.kind()) {
      case MONEY -> Numbers.money(figures.amount(measure).value());
      case WHOLE -> Numbers.count(figures.number(measure));
    };
  }

  /** All in a line, e.g. {@code revenue 20.00, 2 units, 1 event}. */
  public static String line(Figures figures) {
    return line(figures, measure -> true);
  }

  private static String line(Figures figures, Predicate<Measure> shown) {
    return figures.measures().all().stream()
        .filter(shown)
        .map(measure -> named(measure, figures))
        .collect(Collectors.joining(", "));
  }

  /**
   * As {@link #line} where all is in one currency; else a line's part for each, and what is
   * converted of all. Without what values of several cells come to no value of.
   */
  public static String line(Totals totals) {
    return totals.isOfOne()
        ? line(totals.ofOne(), FiguresText::isTotalled)
        : totals
            .byCurrency()
            .map(sum -> sum._1 + " " + line(sum._2, FiguresText::isTotalled))
            .toList()
            .appendAll(totals.converted().map(all -> together(all)))
            .mkString("; ");
  }

  private static boolean isTotalled(Measure measure) {
    return !measure.isDistinct();
  }

  private static String together(Amount converted) {
    return "together " + Measure.CONVERTED.column() + " " + Numbers.money(converted.value());
  }

  private static String named(Measure measure, Figures figures) {
    String name = measure.column();
    return measure.isCount()
        ? Numbers.count(figures.number(measure), name.substring(0, name.length() - "s".length()))
        : name + " " + of(measure, figures);
  }

  /** One of them, exact, with all decimals that are kept. */
  public static Object exact(Measure measure, Figures figures) {
    return switch (measure.kind()) {
      case MONEY -> figures.amount(measure).value();
      case WHOLE -> figures.number(measure);
    };
  }

  /** By name; amounts as text with all decimals, so that no reader makes doubles of them. */
  public static Map<String, Object> json(Figures figures) {
    return json(figures, amount -> amount.value().toPlainString(), measure -> true);
  }

  /**
   * As {@link #json} where all is in one currency, else what is converted of all; and all by
   * currency, under {@code by_currency}. Without what values of several cells come to no value of.
   */
  public static Map<String, Object> json(Totals totals) {
    return json(totals, amount -> amount.value().toPlainString());
  }

  /** Likewise, as {@link #plainJson}. */
  public static Map<String, Object> plainJson(Totals totals) {
    return json(totals, Amount::plain);
  }

  private static Map<String, Object> json(Totals totals, Function<Amount, String> money) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (totals.isOfOne()) {
      json.putAll(json(totals.ofOne(), money, FiguresText::isTotalled));
    } else {
      totals.converted().forEach(all -> json.put(Measure.CONVERTED.column(), money.apply(all)));
    }
    json.put(
        "by_currency",
        totals
            .byCurrency()
            .mapValues(sum -> json(sum, money, FiguresText::isTotalled))
            .toJavaMap());
    return json;
  }

  /** By name; amounts as text, without decimals that say nothing. */
  public static Map<String, Object> plainJson(Figures figures) {
    return json(figures, Amount::plain, measure -> true);
  }

  private static Map<String, Object> json(
      Figures figures, Function<Amount, String> money, Predicate<Measure> shown) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Measure measure : figures.measures().all().stream().filter(shown).toList()) {
      json.put(
          measure.column(),
          switch (measure.kind()) {
            case MONEY -> money.apply(figures.amount(measure));
            case WHOLE -> figures.number(measure);
          });
    }
    return json;
  }
}
