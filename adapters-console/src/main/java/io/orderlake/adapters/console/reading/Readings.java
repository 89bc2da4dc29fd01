package io.orderlake.adapters.console.reading;

import io.orderlake.application.metrics.Scrape;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All metrics of one moment, looked up by their names.
 *
 * @param at when they were read
 * @param scrape as the use case told them
 */
public record Readings(Instant at, Scrape scrape) {
  /** Those of a family; none when nothing of it could be read. */
  public Seq<Sample.Value> values(String family) {
    return scrape
        .metrics()
        .filter(metric -> metric.family().name().equals(family))
        .flatMap(metric -> metric.samples())
        .flatMap(
            sample ->
                sample instanceof Sample.Value value
                    ? Option.some(value)
                    : Option.<Sample.Value>none());
  }

  /** The value with these labels; none when it could not be read. */
  public Option<Double> value(String family, String... labels) {
    List<String> wanted = List.of(labels);
    return values(family).find(value -> value.labels().equals(wanted)).map(Sample.Value::value);
  }

  /** The sum of a family's values; none when there are none. */
  public Option<Double> sum(String family) {
    return values(family).map(Sample.Value::value).reduceOption(Double::sum);
  }

  /** A time of which the family has the seconds; none for never. */
  public Option<Instant> time(String family) {
    return value(family)
        .filter(seconds -> seconds > 0)
        .map(seconds -> Instant.ofEpochMilli(Math.round(seconds * 1000)));
  }

  /** A family for programs: its values with their labels by name. */
  public java.util.List<Map<String, @Nullable Object>> json(String family) {
    return scrape
        .metrics()
        .filter(metric -> metric.family().name().equals(family))
        .flatMap(
            metric ->
                values(family)
                    .map(
                        value -> {
                          Map<String, @Nullable Object> json = new java.util.LinkedHashMap<>();
                          metric
                              .family()
                              .labels()
                              .zip(value.labels())
                              .forEach(label -> json.put(label._1, label._2));
                          json.put("value", value.value());
                          return json;
                        }))
        .toJavaList();
  }
}
