package io.orderlake.adapters.spark.vacuum;

import static io.orderlake.domain.lake.TableId.BRONZE_ORDERS;
import static io.orderlake.domain.lake.TableId.QUARANTINE;
import static io.orderlake.domain.lake.TableId.SILVER_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.contract.TableVacuumContract;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.Vacuumed;
import io.orderlake.domain.order.OrderEventDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparkTableVacuumTest extends TableVacuumContract {
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
  private static final TableId CITY_HOUR = TableId.gold("revenue_by_city_hour");

  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }

  @Test
  void every_table_of_a_lake_version_that_stays_reads_as_it_did() {
    SparkLake lake = new SparkLake();
    Pipeline jobs = new Pipeline(lake, decoder(), 1_000);
    Map<Long, Map<TableId, List<String>>> rows = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      lake.store(List.of(Sent.to(0, Event.v2("e-" + i)), Sent.raw(1, new byte[] {'{'})));
      jobs.silver();
      jobs.gold();
      if (i == 3) {
        jobs.compact();
      }
      if (i > 2) {
        rows.put(jobs.lake().number(), rows(lake, jobs.lake()));
      }
    }
    long kept = jobs.lake().number() - 4;
    LakeVersion oldest = jobs.versions().version(kept).get();
    long removed = 0;
    for (TableId table : oldest.tables().keySet()) {
      removed += vacuum(lake, table, oldest.table(table).get().version()).files();
    }
    assertThat(removed).as("gold's files and those joined").isGreaterThan(8);
    assertThat(rows.keySet()).contains(kept);
    rows.forEach(
        (number, before) -> {
          if (number >= kept) {
            assertThat(rows(lake, jobs.versions().version(number).get())).isEqualTo(before);
          }
        });
    assertThatThrownBy(() -> rows(lake, jobs.versions().version(2).get()))
        .hasMessageContaining("does not exist");
  }

  @Test
  void checksums_go_with_their_files_and_also_those_that_lost_theirs() throws IOException {
    SparkLake lake = compacted();
    Path table = lab(lake).table(BRONZE_ORDERS);
    Path partition = lab(lake).dataFiles(BRONZE_ORDERS).get(0).getParent();
    Path orphan = Files.write(partition.resolve(".part-x.zstd.parquet.crc"), new byte[9]);
    Path foreign = Files.write(partition.resolve("notes.txt"), new byte[9]);
    lake.store(List.of(Sent.to(0, Event.v2("z"))));
    vacuumAll(lake);

    assertThat(orphan).doesNotExist();
    assertThat(foreign).exists();
    assertThat(lab(lake).dataFiles(BRONZE_ORDERS))
        .hasSize(2)
        .allSatisfy(
            file -> assertThat(file.resolveSibling("." + file.getFileName() + ".crc")).exists());
    assertThat(VacuumLab.entries(table))
        .filteredOn(file -> file.getFileName().toString().endsWith(".parquet.crc"))
        .filteredOn(file -> !file.toString().contains("_delta_log"))
        .hasSize(2);
  }

  @Test
  void directories_that_are_left_empty_go() throws IOException {
    SparkLake lake = compacted();
    Path partition = Files.createDirectory(lab(lake).table(BRONZE_ORDERS).resolve("ingest_date=1"));
    Files.write(partition.resolve("part-1.zstd.parquet"), new byte[9]);
    Files.setLastModifiedTime(partition, FileTime.from(Instant.EPOCH));
    Path fresh = Files.createDirectory(partition.resolveSibling("ingest_date=2"));
    Files.setLastModifiedTime(fresh, FileTime.from(LATER));
    lake.store(List.of(Sent.to(0, Event.v2("z"))));
    vacuumAll(lake);

    assertThat(partition).doesNotExist();
    assertThat(fresh).as("somebody may be about to write into it").exists();
  }

  @Test
  void the_log_before_the_checkpoint_of_the_oldest_version_to_stay_goes_and_all_after_it_stays() {
    SparkLake lake = new SparkLake();
    lake.store(List.of(Sent.to(0, Event.v2("first"))));
    set(lake, "delta.checkpointInterval", "10");
    for (int i = 0; i < 26; i++) {
      lake.store(List.of(Sent.to(0, Event.v2("e-" + i))));
    }
    Vacuumed gone = vacuum(lake, BRONZE_ORDERS, 24);
    assertThat(gone.files()).isZero();
    assertThat(gone.logFiles()).isGreaterThanOrEqualTo(40);
    assertThat(commits(lake)).hasSize(9).first().asString().endsWith("00020.json");
    for (long version : List.of(20L, 21L, 27L, 28L)) {
      assertThat(rows(lake, BRONZE_ORDERS, version)).hasSize((int) version - 1);
    }
    lake.store(List.of(Sent.to(0, Event.v2("z"))));
    Pipeline jobs = new Pipeline(lake, decoder(), 10);
    jobs.silver();
    assertThat(jobs.lake().totals().read())
        .as("a projection that begins reads the table as it is")
        .isEqualTo(28);
  }

  @Test
  void a_table_whose_newest_version_lost_a_file_is_left_as_it_is() throws IOException {
    SparkLake lake = compacted();
    lake.store(List.of(Sent.to(0, Event.v2("z"))));
    String live = lake.files(BRONZE_ORDERS).get(0).path();
    Files.delete(lab(lake).table(BRONZE_ORDERS).resolve(live));

    assertThatThrownBy(() -> vacuumAll(lake))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("1 files that the newest version of")
        .hasMessageContaining(live)
        .hasMessageContaining("nothing was removed");
    assertThat(lake.filesStored(BRONZE_ORDERS)).isEqualTo(3);
  }

  @Test
  void a_table_that_is_not_there_has_nothing_to_remove_and_is_not_made() {
    SparkLake lake = new SparkLake();

    assertThat(vacuum(lake, QUARANTINE, 0)).isEqualTo(Vacuumed.NOTHING);
    assertThat(lab(lake).table(QUARANTINE)).doesNotExist();
  }

  @Test
  void a_table_that_delta_would_clean_itself_is_taken_over_once() {
    SparkLake lake = compacted();
    set(lake, "delta.enableExpiredLogCleanup", "true");
    long before = version(lake);
    vacuumAll(lake);
    assertThat(version(lake)).isEqualTo(before + 1);
    vacuumAll(lake);
    assertThat(version(lake)).isEqualTo(before + 1);
    lake.store(List.of(Sent.to(0, Event.v2("z"))));
    assertThat(lake.bronze()).hasSize(3);
  }

  /** Three files, one of them live. */
  private static SparkLake compacted() {
    SparkLake lake = new SparkLake();
    lake.store(List.of(Sent.to(0, Event.v2("a"))));
    lake.store(List.of(Sent.to(0, Event.v2("b"))));
    lake.compaction().step(BRONZE_ORDERS, Long.MAX_VALUE, new SmallFiles(1L << 30));
    return lake;
  }

  private static void vacuumAll(SparkLake lake) {
    vacuum(lake, BRONZE_ORDERS, version(lake));
  }

  private static Vacuumed vacuum(SparkLake lake, TableId table, long since) {
    return lake.vacuum().vacuum(table, new TableRetention(since, LATER, Duration.ZERO));
  }

  private static long version(SparkLake lake) {
    return lake.compaction().state(BRONZE_ORDERS).get().version();
  }

  private static List<Path> commits(SparkLake lake) {
    return VacuumLab.entries(lab(lake).table(BRONZE_ORDERS).resolve("_delta_log")).stream()
        .filter(file -> file.getFileName().toString().matches("[0-9]{20}\\.json"))
        .sorted()
        .toList();
  }

  private static VacuumLab lab(SparkLake lake) {
    return new VacuumLab(TestSpark.session(), lake.root());
  }

  private static Map<TableId, List<String>> rows(SparkLake lake, LakeVersion version) {
    Map<TableId, List<String>> rows = new HashMap<>();
    for (TableId table : List.of(BRONZE_ORDERS, SILVER_ORDERS, QUARANTINE, CITY_HOUR)) {
      rows.put(table, rows(lake, table, version.table(table).get().version()));
    }
    return rows;
  }

  private static List<String> rows(SparkLake lake, TableId table, long version) {
    return TestSpark.session()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(lake.root() + "/" + table.path())
        .toJSON()
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  private static void set(SparkLake lake, String property, String value) {
    TestSpark.session()
        .sql(
            "ALTER TABLE delta.`%s/bronze/orders` SET TBLPROPERTIES ('%s' = '%s')"
                .formatted(lake.root(), property, value));
  }
}
