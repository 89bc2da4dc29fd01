package io.orderlake.adapters.spark.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.compact.SparkTableCompaction;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.fixture.Timestamps;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.BronzeColumns;
import io.orderlake.domain.table.BronzePositionNames;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** A Bronze of the first layout goes on under a program that knows the second. */
class GrownBronzeTest {
  private static final long NOON = Sent.NOON.toEpochMilli();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final TopicPartition PARTITION = new TopicPartition(BronzeLab.TOPIC, 0);

  private final String root = TestSpark.newRoot().toUri().toString();

  @Test
  void its_records_stay_what_they_were_and_those_that_follow_note_what_lies_before_them()
      throws Exception {
    storeInTheFirstLayout(2);
    long stored =
        new StoreBatch(table(), BronzeLab.TOPIC)
            .store(rows(3, 4, 9), List.of(new ReadRange(PARTITION, 2, 12)), TODAY);

    assertThat(stored).isEqualTo(3);
    assertThat(noted()).containsExactly("0: null", "1: null", "3: 1", "4: 0", "9: 4");
    assertThat(next()).isEqualTo(12);
    compact();
    assertThat(table().live()).hasSize(1);
    assertThat(noted()).containsExactly("0: null", "1: null", "3: 1", "4: 0", "9: 4");
    assertThat(records()).extracting(r -> r.source().offset()).containsExactly(0L, 1L, 3L, 4L, 9L);
  }

  @Test
  void a_range_without_records_moves_the_next_offset_alone() {
    LakeTable table = table();
    StoreBatch bronze = new StoreBatch(table, BronzeLab.TOPIC);
    bronze.store(rows(5), List.of(new ReadRange(PARTITION, 5, 6)), TODAY);

    assertThat(bronze.store(rows(), List.of(new ReadRange(PARTITION, 6, 8)), TODAY)).isZero();
    assertThat(next()).isEqualTo(8);
    assertThat(bronze.store(rows(), List.of(new ReadRange(PARTITION, 6, 8)), TODAY)).isZero();
    long version = table.version();
    assertThat(bronze.store(rows(9), List.of(new ReadRange(PARTITION, 8, 10)), TODAY)).isOne();
    assertThat(table.version()).isEqualTo(version + 1);
    assertThat(noted()).containsExactly("5: 0", "9: 3");
    assertThat(records()).extracting(r -> r.order().ingestSequence()).containsExactly(0L, 1L);
  }

  @Test
  void timestamps_of_any_year_are_stored_to_the_millisecond_and_shown_as_near_as_can_be() {
    List<Sent> sent = new ArrayList<>();
    for (Instant timestamp : Timestamps.extreme()) {
      sent.add(new Sent(0, timestamp, Sent.to(0, Event.v2("e")).content()));
    }
    BronzeLab lab = new BronzeLab(TestSpark.session(), root);
    lab.store(sent);
    assertStored(sent);
    lab.store(Sent.events("last"));
    compact();

    assertStored(sent);
    Row shown = bronze().selectExpr("min(timestamp)", "max(timestamp)").head();
    assertThat(shown.getTimestamp(0).toInstant()).isBefore(Instant.parse("0001-01-04T00:00:00Z"));
    assertThat(shown.getTimestamp(1).toInstant()).isEqualTo("9999-12-31T23:59:59.999Z");
  }

  private void assertStored(List<Sent> sent) {
    assertThat(records().stream().limit(sent.size()).map(BronzeRecord::timestamp))
        .containsExactlyElementsOf(sent.stream().map(Sent::timestamp).toList());
  }

  private static Dataset<Row> rows(long... offsets) {
    List<Row> rows = new ArrayList<>();
    for (long offset : offsets) {
      rows.add(BronzeLab.kafkaRow(Sent.to(0, Event.v2("e-" + offset)), offset));
    }
    return TestSpark.session().createDataFrame(rows, BronzeLayout.SOURCE).coalesce(1);
  }

  private Dataset<Row> bronze() {
    return TestSpark.session().read().format("delta").load(root + "/bronze/orders");
  }

  private List<String> noted() {
    return bronze().orderBy("offset").select("offset", "empty_before").collectAsList().stream()
        .map(row -> row.get(0) + ": " + row.get(1))
        .toList();
  }

  private LakeTable table() {
    return LakeTable.open(TestSpark.session(), root, BronzeLayout.LAYOUT);
  }

  private List<BronzeRecord> records() {
    return new BronzeLab(TestSpark.session(), root).records();
  }

  private void compact() {
    new SparkTableCompaction(TestSpark.session(), root)
        .step(TableId.BRONZE_ORDERS, 100, new SmallFiles(1L << 30));
  }

  private long next() {
    return table().position(BronzePositionNames.next(PARTITION));
  }

  private void storeInTheFirstLayout(int records) throws Exception {
    int columns = BronzeLayout.INGEST_SEQUENCE + 1;
    Map<String, String> properties = new HashMap<>(BronzeLayout.LAYOUT.properties());
    properties.remove(LayoutVersion.PROPERTY);
    StructField[] fields = Arrays.copyOf(BronzeLayout.RECORD.fields(), columns);
    TableLayout first =
        new TableLayout(
            TableId.BRONZE_ORDERS,
            new StructType(fields)
                .add(BronzeLayout.LAYOUT.schema().apply(BronzeColumns.INGEST_DATE)),
            BronzeColumns.INGEST_DATE,
            BronzeLayout.LAYOUT.statistics(),
            BronzeLayout.LAYOUT.distinct(),
            properties);
    LakeTable table = LakeTable.open(TestSpark.session(), root, first);
    DataFileWriters.Writer writer = table.writers().open();
    for (long offset = 0; offset < records; offset++) {
      writer.write("2026-11-23", row(offset));
    }
    table.commit(
        new TableCommit(
            writer.close(),
            List.of(),
            Map.of(),
            Map.of(
                BronzePositionNames.SEQUENCE,
                0L,
                BronzePositionNames.next(PARTITION),
                (long) records,
                BronzePositionNames.partitions(BronzeLab.TOPIC),
                1L),
            ""));
  }

  private static InternalRow row(long offset) {
    return new GenericInternalRow(
        new Object[] {
          UTF8String.fromString(BronzeLab.TOPIC),
          0,
          offset,
          NOON * 1000,
          0,
          null,
          Event.v2("e-" + offset).bytes(),
          new GenericArrayData(new Object[0]),
          0L
        });
  }
}
