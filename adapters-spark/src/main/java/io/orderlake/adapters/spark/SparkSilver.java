package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.silver.QuarantineLayout;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.adapters.spark.silver.dedup.DedupIndex;
import io.orderlake.adapters.spark.silver.dedup.IdSnapshots;
import io.orderlake.adapters.spark.silver.rebuild.Place;
import io.orderlake.adapters.spark.silver.rebuild.SparkRebuilds;
import io.orderlake.adapters.spark.silver.redrive.SparkRedrive;
import io.orderlake.adapters.spark.silver.refine.BronzeReading;
import io.orderlake.adapters.spark.silver.refine.SparkSilverTable;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.SilverRebuilds;
import io.orderlake.domain.silver.SilverTable;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Silver and Quarantine as Delta tables, opened once for all that is done with them: refining,
 * building anew and judging again share the tables and the index of Silver's event ids.
 */
public final class SparkSilver implements AutoCloseable {
  private static final String EVENT_IDS = "silver-event-ids";

  private final SparkSession spark;
  private final LakeTable bronze;
  private final SilverPair tables;
  private final DedupIndex history;
  private final SparkRebuilds rebuilds;

  /**
   * Opens the tables, creating those that are not there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param scratch a directory on local disk for what can be made anew
   */
  public SparkSilver(SparkSession spark, String lakeRoot, Path scratch) {
    this.spark = spark;
    this.bronze = LakeTable.open(spark, lakeRoot, BronzeLayout.LAYOUT);
    this.tables =
        new SilverPair(
            LakeTable.open(spark, lakeRoot, SilverLayout.LAYOUT),
            LakeTable.open(spark, lakeRoot, QuarantineLayout.LAYOUT));
    this.history =
        new DedupIndex(
            tables.silver(),
            scratch.resolve(EVENT_IDS),
            IdSnapshots.of(lakeRoot, EVENT_IDS, spark.sessionState().newHadoopConf()));
    this.rebuilds = new SparkRebuilds(new Place(spark, lakeRoot, scratch), bronze, tables);
  }

  /** For refining. */
  public SilverTable table() {
    return new SparkSilverTable(
        spark, bronze, tables, new BronzeReading.ByVersion(bronze), history);
  }

  /** For building anew. */
  public SilverRebuilds rebuilds() {
    return rebuilds;
  }

  /** For judging the quarantine again. */
  public QuarantineRedrive redrive() {
    return new SparkRedrive(spark, tables, history);
  }

  /** Lets go of what lies on local disk; idempotent. */
  @Override
  public void close() {
    history.close();
  }
}
