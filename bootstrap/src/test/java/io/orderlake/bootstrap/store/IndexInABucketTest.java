package io.orderlake.bootstrap.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.server.SharedS3Server;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.dedup.DedupIndex;
import io.orderlake.adapters.spark.silver.dedup.IdSnapshots;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.SilverColumns;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A machine that has no index of event ids begins from the snapshot in the bucket. */
class IndexInABucketTest {
  private static final int WORTH = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @TempDir static java.nio.file.Path dir;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> dir.resolve("s3"));

  private final String root = S3.server().root("lake");
  private final Path snapshots = new Path(root + "/indexes/ids");

  @Test
  void another_machine_begins_from_the_snapshot() throws Exception {
    try (StoredLake lake = StoredLake.open(S3.server().settings(), root, dir)) {
      lake.store(2 * WORTH);
      lake.silver();
      List<String> ids = idsOfSilver();
      assertThat(ids).hasSizeGreaterThan(WORTH);

      assertThat(foundOn("one", ids)).isEqualTo(ids);

      assertThat(names(snapshots)).filteredOn(name -> name.endsWith(".json")).hasSize(1);
      removeFilesOfSilver();
      assertThat(foundOn("two", ids)).isEqualTo(ids);
    }
  }

  private List<String> idsOfSilver() {
    return spark()
        .read()
        .format("delta")
        .load(silver().toString())
        .select(SilverColumns.EVENT_ID)
        .as(Encoders.STRING())
        .collectAsList();
  }

  /** Those that the index of a machine finds; a snapshot that it begins is awaited. */
  private List<String> foundOn(String machine, List<String> ids) {
    IdSnapshots stored =
        new IdSnapshots(
            snapshots,
            spark().sessionState().newHadoopConf(),
            WORTH,
            PATIENCE,
            InstantSource.system());
    try (DedupIndex index =
        new DedupIndex(
            LakeTable.open(spark(), root, SilverLayout.LAYOUT),
            dir.resolve(machine),
            Option.some(stored))) {
      DedupIndex.Lookup lookup = index.lookup();
      return ids.stream().filter(id -> lookup.contentOf(id.getBytes(UTF_8)) != null).toList();
    }
  }

  /** So that nobody who reads Silver from its first version on gets far. */
  private void removeFilesOfSilver() throws IOException {
    FileSystem store = store();
    for (FileStatus day : store.listStatus(silver())) {
      if (!day.getPath().getName().startsWith("_")) {
        assertThat(store.delete(day.getPath(), true)).isTrue();
      }
    }
  }

  private List<String> names(Path folder) throws IOException {
    return Arrays.stream(store().listStatus(folder)).map(o -> o.getPath().getName()).toList();
  }

  private FileSystem store() throws IOException {
    return snapshots.getFileSystem(spark().sessionState().newHadoopConf());
  }

  private Path silver() {
    return new Path(root + "/" + TableId.SILVER_ORDERS.path());
  }

  private static SparkSession spark() {
    return SparkSession.active();
  }
}
