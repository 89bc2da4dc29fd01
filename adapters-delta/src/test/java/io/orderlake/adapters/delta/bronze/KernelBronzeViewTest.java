package io.orderlake.adapters.delta.bronze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.types.DateType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.RecordColumns;
import io.orderlake.application.contract.BronzeViewContract;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TablePart;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelBronzeViewTest extends BronzeViewContract {
  /** As this Orderlake makes it. */
  private static final StructType NOTED =
      RecordColumns.schema().add("empty_before", LongType.LONG).add("ingest_date", DateType.DATE);

  @TempDir private Path root;

  private BronzeTable bronze;

  @BeforeEach
  void open() {
    bronze = new BronzeTable(root);
  }

  @Override
  protected BronzeView view() {
    return new KernelBronzeView(KernelLake.at(root));
  }

  @Override
  protected long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    return bronze.commit(sequence, nextOffsets);
  }

  @Override
  protected void commitTopicId(String topic, String id) {
    long ignored = bronze.commit(Map.of("orderlake/bronze/" + topic + "/id/" + id, 0L));
  }

  @Override
  protected long append(long sequence, List<BronzeRecord> records) {
    return bronze.append(sequence, records);
  }

  @Override
  protected long accept(OffsetGap gap) {
    return bronze.accept(gap);
  }

  @Override
  protected long end(TopicPartition partition, long end) {
    return bronze.end(partition, end);
  }

  @Test
  void a_bronze_of_the_first_layout_is_read_and_goes_on() {
    StructType first = RecordColumns.firstSchema().add("ingest_date", DateType.DATE);
    Map<Integer, Object> row = BronzeTable.row(record(0, 0, 0), first);
    long before =
        bronze.writer(first).commit(Set.of(), BronzeTable.partition(List.of(row)), Map.of());
    DeltaTableWriter grown = bronze.writer(NOTED);
    grown.evolve(Map.of(LayoutVersion.PROPERTY, "2"));
    BronzeRecord noted =
        new BronzeRecord(
            record(1, 0, 4).order(),
            Instant.ofEpochMilli(Long.MAX_VALUE),
            TimestampType.CREATE_TIME,
            record(1, 0, 4).content(),
            3);
    Map<Integer, Object> second = BronzeTable.row(noted, NOTED);
    second.put(NOTED.indexOf("empty_before"), noted.emptyBefore());
    long after = grown.commit(Set.of(), BronzeTable.partition(List.of(second)), Map.of());

    assertThat(rows(before)).containsExactly(record(0, 0, 0));
    assertThat(rows(after)).containsExactlyInAnyOrder(record(0, 0, 0), noted);
  }

  private List<BronzeRecord> rows(long version) {
    List<BronzeRecord> records = new ArrayList<>();
    view().parts(version).forEach(part -> part.forEach(records::add));
    return records;
  }

  @Test
  void a_damaged_file_is_named_by_the_part_that_holds_it() throws IOException {
    append(0, List.of(record(0, 0, 0)));
    Path damaged = dataFile();
    long version = append(1, List.of(record(1, 0, 1)));
    Files.write(damaged, "PAR1 nothing of the kind PAR1".getBytes(UTF_8));
    Seq<TablePart<BronzeRecord>> parts = view().parts(version);

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
