package io.orderlake.adapters.delta.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.adapters.delta.bronze.BronzeTable;
import io.orderlake.adapters.delta.gold.KernelGoldViewTest;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.quarantine.KernelQuarantineViewTest;
import io.orderlake.adapters.delta.silver.KernelSilverViewTest;
import io.orderlake.application.contract.LakeLookupContract;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.TimeSpan;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.HashSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLakeLookupTest extends LakeLookupContract {
  /** More than two of the pages that Parquet makes of a column. */
  private static final int MANY = 45_000;

  @TempDir private Path root;

  @Override
  protected LakeLookup lookup() {
    return new KernelLakeLookup(KernelLake.at(root));
  }

  @Override
  protected long append(long sequence, List<BronzeRecord> records) {
    return new BronzeTable(root).append(sequence, records);
  }

  @Override
  protected long appendRows(List<RefinedOrder> rows) {
    return KernelSilverViewTest.append(root, rows);
  }

  @Override
  protected long appendQuarantined(List<QuarantinedRecord> records) {
    return KernelQuarantineViewTest.append(root, records);
  }

  @Override
  protected long appendCells(GoldProjection projection, List<GoldCell> cells) {
    return KernelGoldViewTest.commit(root, projection, Set.of(), cells);
  }

  @Test
  void rows_of_one_file_are_told_apart_across_its_pages() {
    List<BronzeRecord> records = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      records.add(record(0, at("orders", 0, i), "{\"n\":" + i + "}"));
    }
    long version = append(0, records);
    List<BronzeRecord> sought =
        Stream.of(0, 1, 19_999, 20_000, 20_001, 43_210, MANY - 1).map(records::get).toList();

    assertThat(read(lookup().records(version, HashSet.ofAll(sought).map(BronzeRecord::source))))
        .containsExactlyElementsOf(sought);
    assertThat(
            read(
                lookup()
                    .records(
                        version,
                        (topic, value) -> new String(value, UTF_8).equals("{\"n\":43210}"))))
        .containsExactly(records.get(43_210));
  }

  @Test
  void files_of_dates_outside_the_span_are_not_opened() throws IOException {
    Instant monday = Instant.parse("2026-11-23T10:00:00Z");
    Instant friday = Instant.parse("2026-11-27T10:00:00Z");
    appendRows(List.of(row("a", at("orders", 0, 1), friday)));
    damage(dataFile("silver/orders"));
    long version = appendRows(List.of(row("b", at("orders", 0, 2), monday)));

    Instant fridaysBegin = Instant.parse("2026-11-27T00:00:00Z");

    assertThat(read(lookup().sales(version, new TimeSpan(monday, fridaysBegin)))).hasSize(1);
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(
            () -> read(lookup().sales(version, new TimeSpan(monday, fridaysBegin.plusMillis(1)))));
  }

  @Test
  void a_damaged_file_is_named() throws IOException {
    long version = append(0, List.of(record(0, at("orders", 0, 1), "{}")));
    Path file = dataFile("bronze/orders");
    damage(file);

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> read(lookup().records(version, HashSet.of(at("orders", 0, 1)))))
        .withMessageContaining(file.getFileName().toString())
        .withMessageContaining("damaged")
        .matches(failure -> !failure.retryable());
  }

  @Test
  void a_file_that_is_damaged_in_the_middle_is_named() throws IOException {
    List<BronzeRecord> records = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      records.add(record(0, at("orders", 0, i), "{\"n\":" + i + "}"));
    }
    long version = append(0, records);
    Path file = dataFile("bronze/orders");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 4; i < bytes.length / 2; i++) {
      bytes[i] = (byte) 0xa5;
    }
    Files.write(file, bytes);

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> read(lookup().records(version, (topic, value) -> value.length == 0)))
        .withMessageContaining(file.getFileName().toString())
        .matches(failure -> !failure.retryable());
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    long version = append(0, List.of(record(0, at("orders", 0, 1), "{}")));
    Path file = dataFile("bronze/orders");
    Files.delete(file);

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> read(lookup().records(version, (topic, value) -> true)))
        .withMessageContaining(file.getFileName().toString())
        .withMessageContaining("missing");
  }

  private Path dataFile(String table) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(table))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private static void damage(Path file) throws IOException {
    Files.write(file, "PAR1 nothing of the kind PAR1".getBytes(UTF_8));
  }

  @Override
  protected long release(List<ReleasedRecord> records) {
    return KernelQuarantineViewTest.release(root, records);
  }
}
