package io.orderlake.adapters.console.chart;

import io.orderlake.adapters.console.html.Element;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import java.util.Locale;

/** A value over time, as a line from left to right. */
public final class Line {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 120;
  private static final int FOOT = 16;

  private Line() {}

  /**
   * The chart.
   *
   * @param says what it shows, for whoever does not see it
   * @param points times in seconds, rising, with their values from 0
   * @param shown the greatest value in words, e.g. {@code 12.5 s}
   */
  public static Element of(String says, Seq<Tuple2<Double, Double>> points, String shown) {
    double from = points.headOption().map(Tuple2::_1).getOrElse(0.0);
    double until = points.lastOption().map(Tuple2::_1).getOrElse(1.0);
    double most = Math.max(points.map(Tuple2::_2).max().getOrElse(1.0), 1e-9);
    String path =
        points
            .map(
                point ->
                    number((point._1 - from) / Math.max(until - from, 1e-9) * WIDTH)
                        + ","
                        + number(FOOT + (1 - point._2 / most) * (HEIGHT - FOOT)))
            .mkString(" ");
    return Element.of(
            "svg",
            Element.of("text", shown).with("x", "0").with("y", "11"),
            Element.of("polyline").with("points", path).classed("line"))
        .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
        .with("role", "img")
        .with("aria-label", says)
        .with("preserveAspectRatio", "none")
        .classed("chart");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
