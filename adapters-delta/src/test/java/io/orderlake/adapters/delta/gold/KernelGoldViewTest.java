package io.orderlake.adapters.delta.gold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.Micros;
import io.orderlake.application.contract.GoldViewContract;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class KernelGoldViewTest extends GoldViewContract {
  private static final GoldCell CELL =
      city("2026-11-22", "Berlin", Instant.parse("2026-11-22T10:00:00Z"), "1");

  @TempDir private Path root;

  @Override
  protected GoldView view() {
    return new KernelGoldView(KernelLake.at(root));
  }

  @Override
  protected long commit(GoldProjection projection, Set<String> replaced, List<GoldCell> added) {
    return commit(root, projection, replaced, added);
  }

  /** Commits to a Gold table of a lake. */
  public static long commit(
      Path lake, GoldProjection projection, Set<String> replaced, List<GoldCell> added) {
    Map<Literal, List<Map<Integer, Object>>> rows = new LinkedHashMap<>();
    Map<String, Literal> partitions = new LinkedHashMap<>();
    for (GoldCell cell : added) {
      String value = cell.key().partition();
      Literal partition = partitions.computeIfAbsent(value, Literal::ofString);
      rows.computeIfAbsent(partition, p -> new ArrayList<>()).add(row(cell));
    }
    return writer(lake, projection, new DecimalType(38, 4)).commit(replaced, rows, Map.of());
  }

  private static DeltaTableWriter writer(Path lake, GoldProjection projection, DataType revenue) {
    StructType schema = new StructType();
    for (String column : projection.textColumns()) {
      schema = schema.add(column, StringType.STRING);
    }
    boolean byDate = projection.time().kind() == TimeColumn.Kind.DATE;
    schema =
        schema
            .add(projection.time().name(), byDate ? DateType.DATE : TimestampType.TIMESTAMP)
            .add("revenue", revenue)
            .add("units", LongType.LONG)
            .add("events", LongType.LONG);
    for (Measure other :
        projection.measures().all().subList(3, projection.measures().all().size())) {
      schema =
          schema.add(
              other.column(),
              other.kind() == Measure.Kind.MONEY ? new DecimalType(38, 4) : LongType.LONG);
    }
    schema = schema.add(projection.partitionColumn(), StringType.STRING);
    return new DeltaTableWriter(
        lake.resolve("gold").resolve(projection.table()), schema, projection.partitionColumn());
  }

  private static Map<Integer, Object> row(GoldCell cell) {
    Object time =
        cell.key().time() instanceof LocalDate day
            ? (Object) (int) day.toEpochDay()
            : (Object) Micros.of(cell.key().instant());
    List<Object> values = new ArrayList<>(cell.key().texts());
    values.add(time);
    for (Measure measure : cell.figures().measures().all()) {
      values.add(
          measure.kind() == Measure.Kind.MONEY
              ? cell.figures().amount(measure).value()
              : (Object) cell.figures().number(measure));
    }
    values.add(cell.key().partition());
    Map<Integer, Object> row = new LinkedHashMap<>();
    values.forEach(value -> row.put(row.size(), value));
    return row;
  }

  private Path dataFile() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("gold"))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private void failsNaming(long version, String... parts) {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> view().forEach(BY_CITY_HOUR, version, cell -> {}))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(parts))
        .matches(failure -> !failure.retryable());
  }

  @Test
  void a_damaged_data_file_is_named() throws IOException {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(CELL));
    Path file = dataFile();
    Files.write(file, "PAR1 nothing of the kind PAR1".getBytes(UTF_8));

    failsNaming(version, file.getFileName().toString(), "damaged", "restore it");
  }

  @Test
  void a_missing_data_file_is_named() throws IOException {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(CELL));
    Path file = dataFile();
    Files.delete(file);

    failsNaming(version, file.getFileName().toString(), "missing", "restore it");
  }

  @Test
  void a_damaged_commit_is_named() throws IOException {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(CELL));
    Path commit = root.resolve("gold/revenue_by_city_hour/_delta_log/00000000000000000000.json");
    Files.deleteIfExists(commit.resolveSibling("." + commit.getFileName() + ".crc"));
    Files.write(commit, "{\"metaData\":".getBytes(UTF_8));

    failsNaming(version, "00000000000000000000.json", "damaged");
  }

  @Test
  void a_column_of_another_type_is_named() {
    Map<Integer, Object> row = new LinkedHashMap<>(row(CELL));
    row.put(3, new BigDecimal("1.00"));
    long version =
        writer(root, BY_CITY_HOUR, new DecimalType(10, 2))
            .commit(Set.of(), Map.of(Literal.ofString("2026-11-22"), List.of(row)), Map.of());

    failsNaming(version, "revenue", "Decimal(38, 4)", "Decimal(10, 2)");
  }

  @Test
  void a_measure_that_the_table_was_not_made_with_is_named() {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(CELL));
    GoldProjection declared =
        new GoldProjection(
            BY_CITY_HOUR.table(),
            BY_CITY_HOUR.dimensions(),
            BY_CITY_HOUR.grain(),
            Measures.and(List.of(Measure.LARGEST)),
            BY_CITY_HOUR.lake());

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> view().forEach(declared, version, cell -> {}))
        .withMessageContaining("it should have a column largest")
        .withMessageContaining("gold.tables");
  }

  @Test
  void a_cell_without_revenue_is_named() throws IOException {
    Map<Integer, Object> row = new LinkedHashMap<>(row(CELL));
    row.remove(3);
    long version =
        writer(root, BY_CITY_HOUR, new DecimalType(38, 4))
            .commit(Set.of(), Map.of(Literal.ofString("2026-11-22"), List.of(row)), Map.of());

    failsNaming(version, dataFile().getFileName().toString(), "without revenue");
  }
}
