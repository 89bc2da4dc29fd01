package io.orderlake.adapters.console.flow;

import io.orderlake.adapters.console.reading.Readings;
import io.orderlake.adapters.console.reading.Shown;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place that events come by, with what metrics say of it. */
enum Stage {
  KAFKA("Kafka", "offsets"),
  BRONZE("Bronze", "offsets read"),
  SILVER("Silver", "rows refined"),
  QUARANTINE("Quarantine", "lines set aside"),
  GOLD("Gold", "is the lake version");

  /** Those that take in what the one before has. */
  private static final List<Stage> LAGGING = List.of(BRONZE, SILVER, GOLD);

  private final String title;
  private final String unit;

  Stage(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  private static Option<Double> lines(Readings readings, String outcome) {
    return readings.value("orderlake_lake_lines", outcome);
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  /** As metrics and the live texts call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean lags() {
    return LAGGING.contains(this);
  }

  Option<Double> count(Readings readings) {
    return switch (this) {
      case KAFKA -> readings.sum("orderlake_kafka_end_offset");
      case BRONZE -> readings.sum("orderlake_bronze_next_offset");
      case SILVER -> lines(readings, "refined");
      case QUARANTINE -> lines(readings, "quarantined");
      case GOLD -> readings.value("orderlake_lake_version");
    };
  }

  /**
   * How far it has come, in offsets of Kafka, or in lines of the quarantine; of two of these the
   * difference says how much it took in meanwhile.
   */
  Option<Double> taken(Readings readings) {
    return switch (this) {
      case KAFKA, BRONZE -> count(readings);
      case SILVER -> BRONZE.count(readings).flatMap(all -> lag(readings, SILVER).map(l -> all - l));
      case QUARANTINE -> count(readings);
      case GOLD -> SILVER.taken(readings).flatMap(all -> lag(readings, GOLD).map(l -> all - l));
    };
  }

  private static Option<Double> lag(Readings readings, Stage stage) {
    return readings.value("orderlake_stage_lag_records", stage.word());
  }

  /** What it has yet to take in, for people. */
  String lag(Readings readings) {
    return Shown.count(lag(readings, this)) + " behind, " + Shown.seconds(age(readings));
  }

  private Option<Double> age(Readings readings) {
    return readings.value("orderlake_stage_lag_seconds", word());
  }

  Map<String, @Nullable Object> json(Readings readings, Option<Double> rate) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("stage", word());
    json.put("count", count(readings).map(Math::round).getOrNull());
    json.put("unit", unit);
    json.put("taken_in_per_second", rate.getOrNull());
    if (lags()) {
      json.put("lag_records", lag(readings, this).map(Math::round).getOrNull());
      json.put("lag_seconds", age(readings).getOrNull());
      json.put(
          "lag_commits",
          readings.value("orderlake_stage_lag_commits", word()).map(Math::round).getOrNull());
    }
    return json;
  }
}
