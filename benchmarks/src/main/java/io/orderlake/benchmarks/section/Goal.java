package io.orderlake.benchmarks.section;

import java.util.Locale;

/** What Orderlake promises of its speed, in the order of telling. */
public enum Goal {
  SILVER_TO_SPARK_SQL(
      "Silver and quarantine, with positions, conservation and de-duplication, against Spark SQL"
          + " (the faster of its two JSON readers) with the same parse, rules and two Delta writes",
      Bound.AT_LEAST,
      " ×",
      2.8,
      4),
  SILVER_TO_DUCKDB(
      "the same against DuckDB's transform to two Parquet outputs", Bound.AT_LEAST, " ×", 0.9, 1.2),
  SILVER_BYTES("bytes of Silver for 5 M events", Bound.AT_MOST, " MB", 170, 130),
  BRONZE_TO_PARQUET_SINK(
      "Bronze against Spark's plain Parquet sink on the same topic", Bound.AT_LEAST, " ×", 1.4, 2),
  GOLD_TO_SPARK_SQL(
      "both Gold tables from all of Silver against Spark SQL", Bound.AT_LEAST, " ×", 1.2, 2),
  GOLD_TO_DUCKDB("the same against DuckDB", Bound.AT_LEAST, " ×", 0.4, 0.6),
  WHOLE_TO_TEXTBOOK(
      "the whole way, topic to Gold, against the textbook pipeline", Bound.AT_LEAST, " ×", 3, 5),
  BACKLOG_OF_RANDOM_IDS(
      "Silver and Gold for a backlog of 50 M with random ids against one with ids by time",
      Bound.AT_LEAST,
      " × the rate",
      0.8,
      1),
  FLAT_COST(
      "10 k new rows on 50 M of history, Silver and Gold, against the same on 1 M (both warm)",
      Bound.AT_MOST,
      " × the time",
      1.5,
      1.1),
  HISTORY_TO_TEXTBOOK(
      "10 k new rows on 10 M of history against the textbook pipeline's recompute (both warm)",
      Bound.AT_LEAST,
      " ×",
      5,
      20),
  LATENCY_OF_1000(
      "trigger in place to result, Silver plus Gold, warm, 1,000 new rows",
      Bound.AT_MOST,
      " s",
      0.5,
      0.3),
  LATENCY_OF_100000("the same with 100,000 new rows", Bound.AT_MOST, " s", 1.2, 0.8),
  FRESHNESS(
      "event acknowledged by Kafka to counted in Gold, `up` at 1,000 events/s for 5 minutes, 95th"
          + " percentile",
      Bound.AT_MOST,
      " s",
      2.5,
      1.5),
  FRESHNESS_OF_10000("the same at 10,000 events/s", Bound.AT_MOST, " s", 4, 2),
  SERVED_AFTER_GOLD(
      "the same with `up --serve`: event acknowledged to its row in PostgreSQL, how much later the"
          + " 95th percentile is than that of Gold",
      Bound.AT_MOST,
      " s",
      0.3,
      0.1),
  SERVED_VERSION(
      "a usual lake version into PostgreSQL, 2 M cells of three tables",
      Bound.AT_MOST,
      " ms",
      100,
      50),
  VERDICTS(
      "rule verdicts per second and core, plain Java, parse included (JMH)",
      Bound.AT_LEAST,
      " M",
      0.9,
      1.5),
  AUDIT(
      "an audit, Bronze's records a second, from the start of Java",
      Bound.AT_LEAST,
      " k",
      250,
      500),
  SPREAD(
      "Silver and Gold for 500,000 orders over 365 days against the same number of one day",
      Bound.AT_MOST,
      " × the time",
      3,
      1.3),
  CONSOLE_PAGES(
      "a page of the console, warm, on 5 M events of history, 95th percentile of the slowest page"
          + " that is not made one at a time",
      Bound.AT_MOST,
      " ms",
      100,
      50),
  FIRST_GOLD("`demo` with jars built: first Gold table", Bound.AT_MOST, " s", 20, 12);

  /** On which side of a figure the promise lies. */
  enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    boolean holds(double measured, double limit) {
      return this == AT_LEAST ? measured >= limit : measured <= limit;
    }
  }

  private final String what;
  private final Bound bound;
  private final String unit;
  private final double floor;
  private final double aim;

  Goal(String what, Bound bound, String unit, double floor, double aim) {
    this.what = what;
    this.bound = bound;
    this.unit = unit;
    this.floor = floor;
    this.aim = aim;
  }

  /** One line. */
  public String what() {
    return what;
  }

  /** What must be reached, e.g. {@code ≥ 1.3 ×}. */
  public String floor() {
    return limit(floor);
  }

  /** What is hoped for. */
  public String aim() {
    return limit(aim);
  }

  /** A measured figure with its unit. */
  public String text(double measured) {
    return String.format(Locale.ROOT, "%.2f%s", measured, unit);
  }

  /** Whether a measured figure reaches the aim, the floor alone, or neither. */
  public String verdict(double measured) {
    if (bound.holds(measured, aim)) {
      return "aim reached";
    }
    return bound.holds(measured, floor) ? "floor reached" : "missed";
  }

  private String limit(double value) {
    String number =
        value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    return bound.sign + " " + number + unit;
  }
}
