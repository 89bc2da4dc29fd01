package io.orderlake.adapters.console.flow;

import io.orderlake.adapters.console.page.Live;
import io.orderlake.adapters.console.reading.Readings;
import io.orderlake.adapters.console.reading.Shown;
import io.orderlake.application.metrics.Scrape;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the metrics from time to time, so that pages can say how they were during the last hour;
 * what it knows ends with the process. Safe for use by several threads.
 */
public final class FlowWatch implements Live {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration RATED = Duration.ofMinutes(1);
  private static final Duration GOOD_FOR = Duration.ofMillis(900);

  private final Supplier<Scrape> metrics;
  private final InstantSource clock;
  private Vector<Point> points = Vector.empty();
  private @Nullable Readings latest;

  /**
   * Has seen nothing yet.
   *
   * @param metrics all of them as of now
   */
  public FlowWatch(Supplier<Scrape> metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What was seen at one time. */
  private record Point(Instant at, Option<Double> freshness, Map<Stage, Double> taken) {}

  /** Takes note of how things are. */
  public synchronized void look() {
    Readings now = fresh();
    points =
        points
            .append(new Point(now.at(), Freshness.seconds(now), taken(now)))
            .dropWhile(point -> point.at().isBefore(now.at().minus(KEPT)));
  }

  private static Map<Stage, Double> taken(Readings readings) {
    Map<Stage, Double> taken = HashMap.empty();
    for (Stage stage : Stage.values()) {
      Option<Double> known = stage.taken(readings);
      taken = known.isDefined() ? taken.put(stage, known.get()) : taken;
    }
    return taken;
  }

  /** The metrics as of now, not a second ago. */
  public synchronized Readings readings() {
    Readings known = latest;
    return known != null && clock.instant().isBefore(known.at().plus(GOOD_FOR)) ? known : fresh();
  }

  private Readings fresh() {
    Readings now = new Readings(clock.instant(), metrics.get());
    latest = now;
    return now;
  }

  /** How fresh Gold was, by the seconds since the epoch. */
  synchronized Vector<Tuple2<Double, Double>> freshness() {
    return points.flatMap(
        point -> point.freshness().map(age -> Tuple.of(point.at().toEpochMilli() / 1000.0, age)));
  }

  /** How much a stage took in, in a second of about the last minute. */
  synchronized Option<Double> rate(Stage stage) {
    Readings now = readings();
    return stage
        .taken(now)
        .flatMap(
            after ->
                points
                    .filter(point -> isRated(point, now.at()))
                    .find(point -> point.taken().containsKey(stage))
                    .map(then -> rate(then, stage, after, now.at())));
  }

  private static boolean isRated(Point point, Instant now) {
    return point.at().isAfter(now.minus(RATED)) && point.at().isBefore(now);
  }

  private static double rate(Point then, Stage stage, double after, Instant now) {
    double more = Math.max(0, after - then.taken().get(stage).get());
    return more * 1000 / Math.max(1, Duration.between(then.at(), now).toMillis());
  }

  @Override
  public java.util.Map<String, @Nullable Object> now() {
    Readings readings = readings();
    java.util.Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", readings.at().toEpochMilli() / 1000.0);
    json.put("freshness_seconds", Freshness.seconds(readings).getOrNull());
    json.put("freshness", Shown.seconds(Freshness.seconds(readings)));
    json.put("fresh", Freshness.of(readings).word());
    json.put("fresh_style", Freshness.of(readings).style());
    json.put("lake-version", Shown.count(readings.value("orderlake_lake_version")));
    for (Stage stage : Stage.values()) {
      json.put(stage.word() + "-count", Shown.count(stage.count(readings)));
      json.put(stage.word() + "-rate", Shown.rate(rate(stage)));
      if (stage.lags()) {
        json.put(stage.word() + "-lag", stage.lag(readings));
      }
    }
    return json;
  }
}
