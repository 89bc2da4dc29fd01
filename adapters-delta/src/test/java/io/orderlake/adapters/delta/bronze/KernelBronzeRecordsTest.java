package io.orderlake.adapters.delta.bronze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.RecordColumns;
import io.orderlake.adapters.delta.lake.StoredRecords;
import io.orderlake.application.contract.BronzeRecordsContract;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class KernelBronzeRecordsTest extends BronzeRecordsContract {
  private static final int INGEST_DAY = 20_000;
  private static final int INGEST_DATE = RecordColumns.schema().length();
  private static final StructType SCHEMA = RecordColumns.schema().add("ingest_date", DateType.DATE);

  /** As this Orderlake makes it. */
  private static final StructType NOTED =
      RecordColumns.schema().add("empty_before", LongType.LONG).add("ingest_date", DateType.DATE);

  @TempDir private Path root;

  @Override
  protected BronzeRecords records() {
    return new KernelBronzeRecords(KernelLake.at(root));
  }

  @Override
  protected long append(long sequence, List<BronzeRecord> records) {
    return append(root, sequence, records);
  }

  /** Appends to the Bronze of a lake. */
  public static long append(Path lake, long sequence, List<BronzeRecord> records) {
    List<Map<Integer, Object>> rows = records.stream().map(KernelBronzeRecordsTest::row).toList();
    return new DeltaTableWriter(lake.resolve("bronze/orders"), SCHEMA, "ingest_date")
        .commit(
            Set.of(),
            rows.isEmpty() ? Map.of() : Map.of(Literal.ofDate(INGEST_DAY), rows),
            sequence == TableState.NOTHING_READ
                ? Map.of()
                : Map.of("orderlake/bronze/sequence", sequence));
  }

  @Override
  protected long end(long sequence, TopicPartition partition, long end) {
    String position = "orderlake/bronze/" + partition.topic() + "/" + partition.partition();
    return new DeltaTableWriter(root.resolve("bronze/orders"), SCHEMA, "ingest_date")
        .commit(Set.of(), Map.of(), Map.of(position, end + 2, position + "/after", end));
  }

  @Override
  protected long accept(long sequence, OffsetGap gap) {
    String partition =
        "orderlake/bronze/" + gap.partition().topic() + "/" + gap.partition().partition();
    return new DeltaTableWriter(root.resolve("bronze/orders"), SCHEMA, "ingest_date")
        .commit(
            Set.of(),
            Map.of(),
            Map.of(partition, gap.until(), partition + "/gap/" + gap.from(), gap.until()));
  }

  private static Map<Integer, Object> row(BronzeRecord record) {
    Map<Integer, Object> row = new HashMap<>(StoredRecords.row(record));
    row.put(INGEST_DATE, INGEST_DAY);
    return row;
  }

  @Test
  void a_bronze_of_the_first_layout_is_read_and_goes_on() {
    StructType first = RecordColumns.firstSchema();
    Map<Integer, Object> row = new HashMap<>(StoredRecords.row(record(0, 0, 0)));
    row.put(first.length(), INGEST_DAY);
    long before =
        new DeltaTableWriter(
                root.resolve("bronze/orders"),
                first.add("ingest_date", DateType.DATE),
                "ingest_date")
            .commit(Set.of(), Map.of(Literal.ofDate(INGEST_DAY), List.of(row)), Map.of());
    DeltaTableWriter grown =
        new DeltaTableWriter(root.resolve("bronze/orders"), NOTED, "ingest_date");
    grown.evolve(Map.of(LayoutVersion.PROPERTY, "2"));
    BronzeRecord noted =
        new BronzeRecord(
            record(1, 0, 4).order(),
            Instant.ofEpochMilli(Long.MAX_VALUE),
            TimestampType.CREATE_TIME,
            record(1, 0, 4).content(),
            3);
    Map<Integer, Object> second = new HashMap<>(StoredRecords.row(noted));
    second.put(NOTED.indexOf("empty_before"), noted.emptyBefore());
    second.put(NOTED.indexOf("ingest_date"), INGEST_DAY);
    long after =
        grown.commit(Set.of(), Map.of(Literal.ofDate(INGEST_DAY), List.of(second)), Map.of());

    assertThat(read(before)).containsExactly(record(0, 0, 0));
    assertThat(read(after)).containsExactlyInAnyOrder(record(0, 0, 0), noted);
  }

  private List<BronzeRecord> read(long version) {
    List<BronzeRecord> records = new ArrayList<>();
    records().parts(version).forEach(part -> part.forEach(records::add));
    return records;
  }

  @Test
  void a_damaged_file_is_named_by_the_part_that_holds_it() throws IOException {
    append(0, List.of(record(0, 0, 0)));
    Path damaged = dataFile();
    long version = append(1, List.of(record(1, 0, 1)));
    Files.write(damaged, "PAR1 nothing of the kind PAR1".getBytes(UTF_8));
    Seq<TablePart<BronzeRecord>> parts = records().parts(version);

    assertThat(parts).hasSize(2);
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> parts.forEach(part -> part.forEach(record -> {})))
        .withMessageContaining(damaged.getFileName().toString())
        .withMessageContaining("restore it")
        .matches(failure -> !failure.retryable());
  }

  private Path dataFile() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }
}
