package io.orderlake.adapters.spark.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.TableCompactionContract;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.OrderEventDecoder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparkTableCompactionTest extends TableCompactionContract {
  @Override
  protected LakeLab newLab() {
    return new SparkLake();
  }

  @Override
  protected OrderEventDecoder decoder() {
    return new JacksonOrderEventDecoder();
  }

  @Test
  void rows_lie_in_the_order_in_which_they_lay() {
    SparkLake lake = new SparkLake();
    List<List<Sent>> commits = History.cut(History.random(new Random(5), 80), new Random(5));
    commits.forEach(lake::store);
    List<BronzeRecord> before = stored(lake);
    compact(lake);

    assertThat(lake.files(TableId.BRONZE_ORDERS)).hasSize(1);
    assertThat(stored(lake)).isEqualTo(before).hasSize(80);
  }

  @Test
  void every_version_of_bronze_reads_the_same_through_delta_s_own_reader() {
    SparkLake lake = new SparkLake();
    lake.store(List.of(Sent.to(0, Event.v2("a")), Sent.raw(1, null)));
    lake.store(List.of(Sent.raw(1, new byte[0]), Sent.raw(2, new byte[] {0, -1, 10})));
    compact(lake);
    long newest = lab(lake).table(TableId.BRONZE_ORDERS).version();

    assertThat(bronzeAt(lake, newest)).hasSize(4).isEqualTo(bronzeAt(lake, newest - 1));
    assertThat(bronzeAt(lake, newest - 2)).hasSize(2);
  }

  @Test
  void statistics_of_the_new_file_span_those_of_the_old_ones() {
    SparkLake lake = new SparkLake();
    for (int i = 0; i < 3; i++) {
      lake.store(List.of(Sent.to(0, Event.v2("e-" + i))));
    }
    compact(lake);

    assertThat(lab(lake).stored(TableId.BRONZE_ORDERS))
        .singleElement()
        .satisfies(
            file ->
                assertThat(file.file().statistics())
                    .contains("\"numRecords\":3")
                    .contains("\"minValues\":{\"offset\":0,\"ingest_sequence\":0}")
                    .contains("\"maxValues\":{\"offset\":2,\"ingest_sequence\":2}"));
  }

  @Test
  void a_damaged_file_is_named_and_nothing_is_committed() throws IOException {
    SparkLake lake = new SparkLake();
    lake.store(List.of(Sent.to(0, Event.v2("a"))));
    lake.store(List.of(Sent.to(0, Event.v2("b"))));
    LakeTable bronze = lab(lake).table(TableId.BRONZE_ORDERS);
    long before = bronze.version();
    Path file = Path.of(URI.create(bronze.storedRows().pathOf(bronze.live().get(0))));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);

    assertThatThrownBy(() -> compact(lake))
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
        .hasMessageContaining(file.getFileName().toString());
    assertThat(bronze.version()).isEqualTo(before);
  }

  @Test
  void a_file_with_other_rows_than_the_log_counts_is_named() {
    SparkLake lake = new SparkLake();
    lake.store(List.of(Sent.to(0, Event.v2("a"))));
    LakeTable bronze = lab(lake).table(TableId.BRONZE_ORDERS);
    DataFile file = bronze.live().get(0);
    DataFile source =
        new DataFile(file.path(), file.partition(), file.bytes(), /* records= */ 2, null);
    RewriteRuns.Run run = new RewriteRuns.Run("2026-11-23", new ArrayList<>(List.of(source)));
    RewriteRuns rewrite = new RewriteRuns(bronze.storedRows(), bronze.writers());

    assertThatThrownBy(() -> rewrite.call(List.of(run).iterator()))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining(file.path())
        .hasMessageContaining("holds 1 rows, but the table's log counts 2");
  }

  @Test
  void a_table_with_a_column_of_another_client_is_left_as_it_is() {
    SparkLake lake = new SparkLake();
    lake.store(List.of(Sent.to(0, Event.v2("a"))));
    lake.store(List.of(Sent.to(0, Event.v2("b"))));
    TestSpark.session()
        .sql("ALTER TABLE delta.`" + lake.root() + "/bronze/orders` ADD COLUMNS (note STRING)");

    assertThatThrownBy(() -> compact(lake))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("bronze/orders has columns that Orderlake does not know (note)");
    assertThat(lake.files(TableId.BRONZE_ORDERS)).hasSize(2);
  }

  private static void compact(SparkLake lake) {
    lake.compaction().step(TableId.BRONZE_ORDERS, Long.MAX_VALUE, new SmallFiles(1L << 30));
  }

  private static CompactionLab lab(SparkLake lake) {
    return new CompactionLab(TestSpark.session(), lake.root());
  }

  /** Bronze's records as they lie, file by file. */
  private static List<BronzeRecord> stored(SparkLake lake) {
    LakeTable bronze = lab(lake).table(TableId.BRONZE_ORDERS);
    List<BronzeRecord> records = new ArrayList<>();
    for (Sequenced file : lab(lake).stored(TableId.BRONZE_ORDERS)) {
      bronze
          .storedRows()
          .of(file.file())
          .forEachRemaining(row -> records.add(BronzeRows.record(row)));
    }
    return records;
  }

  private static List<String> bronzeAt(SparkLake lake, long version) {
    return TestSpark.session()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(lake.root() + "/bronze/orders")
        .orderBy("ingest_sequence", "topic", "partition", "offset")
        .toJSON()
        .collectAsList();
  }
}
