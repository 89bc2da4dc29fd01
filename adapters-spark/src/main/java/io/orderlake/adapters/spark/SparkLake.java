package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.bronze.GivenRecords;
import io.orderlake.adapters.spark.bronze.SparkBronzeIngest;
import io.orderlake.adapters.spark.bronze.StoreBatch;
import io.orderlake.adapters.spark.cluster.ClusterCheck;
import io.orderlake.adapters.spark.cluster.ExecutorWatch;
import io.orderlake.adapters.spark.compact.SparkTableCompaction;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.gold.SparkGoldTables;
import io.orderlake.adapters.spark.vacuum.SparkTableVacuum;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableVacuum;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.sql.SparkSession;

/** One lake on this process's warm Spark session; what those who wire Orderlake see of Spark. */
public final class SparkLake implements AutoCloseable {
  private static final Duration PATIENCE_WITH_EXECUTORS = Duration.ofMinutes(2);

  private final SparkSession spark;
  private final String root;
  private final Path scratch;
  private final boolean ownsSession;
  private final List<SparkSilver> opened = new CopyOnWriteArrayList<>();

  /** By topic; what comes by another way than a stream comes again and again. */
  private final Map<String, StoreBatch> given = new ConcurrentHashMap<>();

  /** Batches of several topics are stored one after the other, each on top of the one before. */
  private final Lock storing = new ReentrantLock();

  private SparkLake(SparkSession spark, String root, Path scratch, boolean ownsSession) {
    this.spark = spark;
    this.root = root;
    this.scratch = scratch;
    this.ownsSession = ownsSession;
  }

  /**
   * Starts Spark; takes some seconds.
   *
   * @param root the lake's root, as any Hadoop path, without a slash at its end
   * @param scratch a local directory for what Spark puts on disk; beside it lies what it keeps
   *     while it streams
   * @param settings Spark's own, by their names, e.g. {@code spark.master}, in capital or small
   *     letters; win over the defaults
   * @throws LakeFailure when a cluster is named that cannot do the work
   */
  public static SparkLake start(String root, Path scratch, Map<String, String> settings) {
    // Before the names: Spark's settings are declared with defaults that it asks the machine for.
    SparkSessions.settle(settings.getOrDefault("spark.master", SparkSessions.master()));
    SparkNames.ofSpark().spelled(settings).forEach(System::setProperty);
    SparkLake lake = new SparkLake(SparkSessions.start("orderlake", scratch), root, scratch, true);
    if (lake.isOnCluster()) {
      lake.checkExecutors();
    }
    return lake;
  }

  private void checkExecutors() {
    try {
      ClusterCheck.ofExecutors(spark, root, PATIENCE_WITH_EXECUTORS);
    } catch (LakeFailure e) {
      close();
      throw e;
    }
  }

  /** Whether other processes than this one do the work. */
  public boolean isOnCluster() {
    return !SparkSessions.isLocal(spark.sparkContext().master());
  }

  /**
   * Watches a cluster's executors until it is closed; where this process does the work there is
   * nothing to watch.
   *
   * @param patience how long there may be none while there is work before the listener is told
   */
  public AutoCloseable watchExecutors(Duration patience, ExecutorWatch.Listener listener) {
    return isOnCluster() ? ExecutorWatch.of(spark.sparkContext(), patience, listener) : () -> {};
  }

  /**
   * Another lake on the same session, which goes on when that lake is closed.
   *
   * @param otherRoot its root, as any Hadoop path, without a slash at its end
   * @param otherScratch a local directory for what can be made anew
   */
  public SparkLake beside(String otherRoot, Path otherScratch) {
    return new SparkLake(spark, otherRoot, otherScratch, false);
  }

  /** Opens Bronze for storing what a topic holds. */
  public BronzeIngest ingest(
      String topic, SourceRecords records, SourceOffsets offsets, InstantSource clock) {
    return new SparkBronzeIngest(
        spark, root, scratch.resolveSibling("bronze"), topic, records, offsets, clock, storing);
  }

  /** Opens Bronze for storing records of a topic that come by another way than its stream. */
  public StoreBatch batches(String topic) {
    return new StoreBatch(LakeTable.open(spark, root, BronzeLayout.LAYOUT), topic);
  }

  /**
   * Stores records at hand in Bronze, as partition 0 of a topic.
   *
   * @param from the first one's offset
   * @param at their Kafka timestamp; its UTC day is the ingest date
   */
  public void store(String topic, long from, Instant at, Iterable<BronzeRecord.Content> records) {
    long unused =
        given
            .computeIfAbsent(topic, this::batches)
            .store(
                GivenRecords.rows(spark, topic, from, at, records),
                LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Opens Silver and the quarantine. */
  public SparkSilver silver() {
    SparkSilver silver = new SparkSilver(spark, root, scratch);
    opened.add(silver);
    return silver;
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

  /** Lets go of the tables, and stops Spark if this lake has started it. */
  @Override
  public void close() {
    opened.forEach(SparkSilver::close);
    if (ownsSession) {
      spark.stop();
    }
  }
}
