package io.orderlake.benchmarks.stages;

import io.orderlake.benchmarks.corpus.FrozenLakes;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.order.rule.OrderRules;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What Orderlake made of the corpus, for comparison. Peers do not de-duplicate while they are
 * measured, and their JSON readers accept texts that a strict parser refuses (a field named twice,
 * something after the object, bytes that are not UTF-8): these are told apart and counted.
 */
final class Truth {
  private final SparkSession spark;
  private final Path lake;
  private final Conservation sums;
  private final long conflicts;
  private final BigDecimal revenue;

  private Truth(SparkSession spark, FrozenLakes.Refined silver) {
    this.spark = spark;
    this.lake = silver.directory();
    this.sums = silver.report().conservation();
    this.conflicts =
        silver.report().quarantinedByReason().getOrElse(OrderRules.DUPLICATE_CONFLICT, 0L);
    this.revenue = revenue(delta("silver/orders"));
  }

  /** Read from the frozen Silver. */
  static Truth of(FrozenLakes lakes) {
    FrozenLakes.Refined silver = lakes.silver();
    return new Truth(lakes.lakes().session(), silver);
  }

  BigDecimal revenue() {
    return revenue;
  }

  /** The sum of {@code total_amount}; zero where there are no rows. */
  static BigDecimal revenue(Dataset<Row> rows) {
    BigDecimal sum =
        rows.selectExpr("sum(CAST(total_amount AS DECIMAL(24, 4)))").head().getDecimal(0);
    return sum == null ? BigDecimal.ZERO : sum;
  }

  /**
   * Holds a peer's rows against Orderlake's.
   *
   * @param who the peer
   * @param valid its rows: event id, total, source partition and offset, ingest sequence
   * @param quarantined how many records it refused
   * @return how many records its reader accepted that a strict one refuses
   * @throws BenchFailure when counts or revenue differ, with both figures
   */
  long check(String who, Dataset<Row> valid, long quarantined) {
    Dataset<Row> strict = valid.join(undecodable(), undecodable().columns(), "left_anti");
    long lenient = valid.count() - strict.count();
    agree(who + ", valid records", sums.refined() + sums.duplicates() + conflicts, strict.count());
    agree(who + ", quarantined records", sums.quarantined() - conflicts, quarantined + lenient);
    agree(who + ", revenue", revenue, revenue(firstOfEach(strict)));
    return lenient;
  }

  /**
   * The same for a peer that keeps any one of the events of an id: ids with contradicting events
   * are left out on both sides.
   */
  void checkDeduplicated(String who, Dataset<Row> valid) {
    Dataset<Row> strict = valid.join(undecodable(), undecodable().columns(), "left_anti");
    agree(who + ", events", sums.refined(), strict.count());
    agree(
        who + ", revenue of ids without contradictions",
        revenue(delta("silver/orders").join(contradicted(), "event_id", "left_anti")),
        revenue(strict.join(contradicted(), "event_id", "left_anti")));
  }

  private Dataset<Row> firstOfEach(Dataset<Row> rows) {
    return rows.groupBy("event_id")
        .agg(
            functions.expr(
                "min_by(total_amount, struct(ingest_sequence, source_partition, source_offset)) AS"
                    + " total_amount"));
  }

  private Dataset<Row> undecodable() {
    return delta("silver/quarantine")
        .where("exists(reasons, reason -> reason.code = '" + OrderRules.UNDECODABLE + "')")
        .selectExpr("partition AS source_partition", "offset AS source_offset");
  }

  private Dataset<Row> contradicted() {
    return delta("silver/quarantine")
        .where("exists(reasons, reason -> reason.code = '" + OrderRules.DUPLICATE_CONFLICT + "')")
        .selectExpr("get_json_object(CAST(value AS STRING), '$.event_id') AS event_id")
        .distinct();
  }

  private Dataset<Row> delta(String table) {
    return spark.read().format("delta").load(lake.resolve(table).toString());
  }

  static void agree(String what, long expected, long found) {
    if (expected != found) {
      throw new BenchFailure(what + ": " + found + ", Orderlake has " + expected);
    }
  }

  static void agree(String what, BigDecimal expected, BigDecimal found) {
    if (expected.compareTo(found) != 0) {
      throw new BenchFailure(
          what + ": " + found.toPlainString() + ", Orderlake has " + expected.toPlainString());
    }
  }
}
