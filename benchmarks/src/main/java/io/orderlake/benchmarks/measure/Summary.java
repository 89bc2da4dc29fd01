package io.orderlake.benchmarks.measure;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.util.Locale;

/**
 * Repeated figures in short.
 *
 * @param least the smallest
 * @param median the middle one, or the mean of the middle two
 * @param most the greatest
 */
public record Summary(double least, double median, double most) {
  /**
   * Of at least one figure.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Summary of(Seq<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = figures.toList().sorted();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Summary(sorted.head(), median, sorted.last());
  }

  /** Of elapsed times, in seconds. */
  public static Summary ofWall(Seq<Measurement> measurements) {
    return of(measurements.map(m -> seconds(m.trial().cost().wall())));
  }

  /** {@code median (least–most)}, with three digits that count. */
  public String text() {
    return least == most
        ? secondsText(median)
        : secondsText(median) + " (" + secondsText(least) + "–" + secondsText(most) + ")";
  }

  /** With the digits that count. */
  public static String secondsText(double seconds) {
    int decimals = seconds >= 100 ? 0 : seconds >= 10 ? 1 : seconds >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", seconds);
  }

  /** In seconds. */
  public static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
