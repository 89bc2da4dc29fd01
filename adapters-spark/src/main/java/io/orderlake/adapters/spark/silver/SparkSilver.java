package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.silver.dedup.DedupIndex;
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
  private final Place place;
  private final LakeTable bronze;
  private final SilverPair tables;
  private final DedupIndex history;

  /**
   * Where the tables lie.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param scratch a directory on local disk for what can be made anew
   */
  record Place(SparkSession spark, String lakeRoot, Path scratch) {
    /** The index of a Silver's event ids, by its name. */
    DedupIndex index(LakeTable silver, String name) {
      return new DedupIndex(silver, scratch.resolve(name));
    }
  }

  /**
   * Opens the tables, creating those that are not there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param scratch a directory on local disk for what can be made anew
   */
  public SparkSilver(SparkSession spark, String lakeRoot, Path scratch) {
    this.place = new Place(spark, lakeRoot, scratch);
    this.bronze = LakeTable.open(spark, lakeRoot, BronzeLayout.LAYOUT);
    this.tables =
        new SilverPair(
            LakeTable.open(spark, lakeRoot, SilverLayout.LAYOUT),
            LakeTable.open(spark, lakeRoot, QuarantineLayout.LAYOUT));
    this.history = place.index(tables.silver(), "silver-event-ids");
  }

  /** For refining. */
  public SilverTable table() {
    return refining();
  }

  SparkSilverTable refining() {
    return new SparkSilverTable(
        place.spark, bronze, tables, new BronzeReading.ByVersion(bronze), history);
  }

  /** For building anew. */
  public SilverRebuilds rebuilds() {
    return new SparkRebuilds(place, bronze, tables);
  }

  /** For judging the quarantine again. */
  public QuarantineRedrive redrive() {
    return new SparkRedrive(place.spark, tables, history);
  }

  /** Lets go of what lies on local disk; idempotent. */
  @Override
  public void close() {
    history.close();
  }
}
