package io.orderlake.adapters.console.chart;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Link;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** When things were, a row for each kind of them. */
public final class Timeline {
  private static final int WIDTH = 900;
  private static final int NAMES = 80;
  private static final int ROW = 22;
  private static final double THINNEST = 3;

  private Timeline() {}

  /**
   * Something that took its time.
   *
   * @param row what kind of thing it is
   * @param kind a class of the style: {@code good}, {@code bad}, {@code late} or {@code quiet}
   * @param says it in words
   * @param to where more is said
   */
  public record Bar(String row, Instant from, Instant until, String kind, String says, Link to) {}

  /**
   * The chart.
   *
   * @param says what it shows, for whoever does not see it
   * @param rows their names, from above
   * @param bars within the two times
   */
  public static Element of(
      String says, Instant from, Instant until, List<String> rows, Seq<Bar> bars) {
    double seconds = Math.max(1, Duration.between(from, until).toMillis() / 1000.0);
    Seq<Element> names =
        rows.zipWithIndex(
            (name, row) ->
                Element.of("text", name)
                    .with("x", "0")
                    .with("y", Integer.toString(row * ROW + 15)));
    Seq<Element> drawn =
        bars.map(
            bar -> {
              double x = NAMES + seconds(from, bar.from()) / seconds * (WIDTH - NAMES);
              double width = seconds(bar.from(), bar.until()) / seconds * (WIDTH - NAMES);
              Element rect =
                  Element.of("rect", Element.of("title", bar.says()))
                      .with("x", number(Math.min(x, WIDTH - THINNEST)))
                      .with("y", Integer.toString(rows.indexOf(bar.row()) * ROW + 3))
                      .with("width", number(Math.max(width, THINNEST)))
                      .with("height", Integer.toString(ROW - 6))
                      .classed("span " + bar.kind());
              return Element.of("a", rect)
                  .with("href", bar.to().href())
                  .with("aria-label", bar.says());
            });
    return Element.of("svg")
        .add(names)
        .add(drawn)
        .with("viewBox", "0 0 " + WIDTH + " " + rows.size() * ROW)
        .with("role", "group")
        .with("aria-label", says)
        .classed("chart timeline");
  }

  private static double seconds(Instant from, Instant until) {
    return Math.max(0, Duration.between(from, until).toMillis() / 1000.0);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
