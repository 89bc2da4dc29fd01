package io.orderlake.adapters.spark.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.lake.TableId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;

class SilverPairTest {
  /** As a rebuild of a billion events names; as one text it is longer than Delta's readers take. */
  private static final int FILES = 40_000;

  private final Path root = TestSpark.newRoot();

  @Test
  void a_change_that_names_very_many_files_is_made_after_a_crash_between_its_commits() {
    List<DataFile> files = IntStream.range(0, FILES).mapToObj(SilverPairTest::file).toList();
    int named = files.stream().mapToInt(file -> file.toString().length()).sum();
    assertThat(named).isGreaterThan(20_000_000);
    var ignored =
        opened()
            .decide(
                new SilverPair.Change(files, List.of(), false, Map.of(), Map.of(), 0, "counts"));
    assertThat(opened().silver().live()).isEmpty();

    SilverPair next = opened();
    next.finish();
    assertThat(next.silver().live()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(root.resolve(TableId.QUARANTINE.path()).resolve("_notes")).isEmptyDirectory();
    assertThat(opened().quarantine().rows().count()).isZero();
  }

  /** As another process finds both. */
  private SilverPair opened() {
    DeltaLog.clearCache();
    return new SilverPair(
        LakeTable.open(TestSpark.session(), root.toUri().toString(), SilverLayout.LAYOUT),
        LakeTable.open(TestSpark.session(), root.toUri().toString(), QuarantineLayout.LAYOUT));
  }

  private static DataFile file(int number) {
    String statistics =
        "{\"numRecords\":1,\"minValues\":{\"event_id\":\"%1$s\"},\"maxValues\":{\"event_id\":\"%1$s\"}}"
            .formatted("0".repeat(200) + number);
    return new DataFile(
        "event_date=2026-01-01/part-" + number + ".zstd.parquet",
        "2026-01-01",
        1_000,
        1,
        statistics);
  }
}
