package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.bronze.KafkaSource;
import io.orderlake.adapters.spark.bronze.SparkBronzeIngest;
import io.orderlake.adapters.spark.compact.SparkTableCompaction;
import io.orderlake.adapters.spark.gold.SparkGoldTables;
import io.orderlake.adapters.spark.silver.SparkSilverTable;
import io.orderlake.adapters.spark.vacuum.SparkTableVacuum;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One lake on this process's warm Spark session; what those who wire Orderlake see of Spark. */
public final class SparkLake implements AutoCloseable {
  private final SparkSession spark;
  private final String root;

  private SparkLake(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  /**
   * Starts Spark; takes some seconds.
   *
   * @param root the lake's root, as any Hadoop path, without a slash at its end
   * @param scratch a local directory for what Spark puts on disk
   * @param settings Spark's own, by their names, e.g. {@code spark.master}; win over the defaults
   */
  public static SparkLake start(String root, Path scratch, Map<String, String> settings) {
    settings.forEach(System::setProperty);
    return new SparkLake(SparkSessions.start("orderlake", scratch), root);
  }

  /** Opens Bronze for storing what {@code source} holds. */
  public BronzeIngest ingest(KafkaSource source, SourceOffsets offsets, InstantSource clock) {
    return new SparkBronzeIngest(spark, root, source, offsets, clock);
  }

  /** Opens Silver and the quarantine. */
  public SilverTable silver() {
    return new SparkSilverTable(spark, root);
  }

  /** Opens the Gold tables. */
  public GoldTables gold(Seq<GoldProjection> projections) {
    return new SparkGoldTables(spark, root, projections);
  }

  /** Rewrites small files. */
  public TableCompaction compaction() {
    return new SparkTableCompaction(spark, root);
  }

  /** Removes files that no version which has to stay needs. */
  public TableVacuum vacuum() {
    return new SparkTableVacuum(spark, root);
  }

  /** Stops Spark. */
  @Override
  public void close() {
    spark.stop();
  }
}
