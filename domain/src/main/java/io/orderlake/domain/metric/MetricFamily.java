package io.orderlake.domain.metric;

import io.vavr.collection.List;
import java.util.regex.Pattern;

/**
 * What is measured, whatever it comes to.
 *
 * @param name lower case words with underscores, after Prometheus' conventions: a base unit at the
 *     end, and {@code _total} behind it for a counter
 * @param kind how its values relate to those of before
 * @param unit of its values, e.g. {@code seconds}; empty where they count nothing
 * @param help one line for people, without a full stop
 * @param labels the names of its labels; each takes its values from a closed set
 * @param bounds of a histogram, the upper bounds of its buckets, rising, without infinity; else
 *     empty
 */
public record MetricFamily(
    String name,
    MetricKind kind,
    String unit,
    String help,
    List<String> labels,
    List<Double> bounds) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  public MetricFamily {
    if (!NAME.matcher(name).matches()
        || (kind == MetricKind.COUNTER) != name.endsWith("_total")
        || (kind == MetricKind.HISTOGRAM) == bounds.isEmpty()) {
      throw new IllegalArgumentException(
          "not a family of metrics: " + kind + " " + name + " with bounds " + bounds);
    }
  }

  public static MetricFamily counter(String name, String unit, String help, String... labels) {
    return new MetricFamily(name, MetricKind.COUNTER, unit, help, List.of(labels), List.empty());
  }

  public static MetricFamily gauge(String name, String unit, String help, String... labels) {
    return new MetricFamily(name, MetricKind.GAUGE, unit, help, List.of(labels), List.empty());
  }

  /** A histogram of those upper bounds. */
  public static MetricFamily histogram(
      String name, String unit, String help, List<Double> bounds, String... labels) {
    return new MetricFamily(name, MetricKind.HISTOGRAM, unit, help, List.of(labels), bounds);
  }
}
