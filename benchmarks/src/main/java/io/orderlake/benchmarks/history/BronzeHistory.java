package io.orderlake.benchmarks.history;

import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.bronze.StoreBatch;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.List;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes a history into Bronze, a commit for each day, through the product's own ingest. */
final class BronzeHistory {
  private final Lakehouse lake;
  private final Screen screen;

  BronzeHistory(Lakehouse lake, Screen screen) {
    this.lake = lake;
    this.screen = screen;
  }

  /** Writes; Bronze must be empty. */
  void write(HistoryPlan plan) {
    SparkSession spark = spark();
    StoreBatch bronze = lake.get(SparkLake.class).batches(HistoryPlan.TOPIC);
    Instant start = Instant.now();
    long stored = 0;
    for (int day = 0; day < HistoryPlan.DAYS; day++) {
      int today = day;
      List<HistoryPlan.Cell> cells =
          List.range(0, HistoryPlan.PARTITIONS).map(p -> new HistoryPlan.Cell(today, p));
      stored += bronze.store(KafkaRows.of(spark, plan, cells), cells.head().date());
      screen.progress(
          String.format(
              Locale.ROOT, "Bronze: day %s of %s, %,d records", day + 1, HistoryPlan.DAYS, stored));
    }
    if (stored != plan.events()) {
      throw new BenchFailure("Bronze took " + stored + " of " + plan.events() + " records");
    }
    screen.note(
        String.format(
            Locale.ROOT,
            "Bronze: %,d records written in %s s",
            stored,
            Duration.between(start, Instant.now()).toSeconds()));
  }

  /** Stores new records in one commit. */
  void add(NewRecords records) {
    long offset = nextOffset();
    store(KafkaRows.of(spark(), records, offset), HistoryPlan.END, records.size());
  }

  /** Stores spread orders in one commit. */
  void add(SpreadOrders orders) {
    store(KafkaRows.of(spark(), orders), orders.end(), orders.count());
  }

  /** The lake's, which is started when it is first asked for. */
  private SparkSession spark() {
    SparkLake unused = lake.get(SparkLake.class);
    return SparkSession.active();
  }

  private void store(Dataset<Row> rows, LocalDate date, long count) {
    long stored = lake.get(SparkLake.class).batches(HistoryPlan.TOPIC).store(rows, date);
    if (stored != count) {
      throw new BenchFailure("Bronze took " + stored + " of " + count + " records");
    }
  }

  private long nextOffset() {
    return lake.get(BronzeView.class)
        .state()
        .flatMap(
            state ->
                state
                    .nextOffsets()
                    .get(new TopicPartition(HistoryPlan.TOPIC, NewRecords.PARTITION)))
        .getOrElse(0L);
  }
}
