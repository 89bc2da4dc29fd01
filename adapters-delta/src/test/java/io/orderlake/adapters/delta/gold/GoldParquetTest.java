package io.orderlake.adapters.delta.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.orderlake.adapters.delta.lake.KernelColumns;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.table.GoldColumns;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldParquetTest {
  private static final GoldProjection CITY_HOUR =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  private static final GoldProjection ALL_MEASURES =
      GoldFixture.tables(ZoneOffset.UTC).find(table -> table.measures().has(Measure.ORDERS)).get();
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final String MOST = "9".repeat(34) + ".9999";

  @TempDir private Path scratch;
  @TempDir private Path taken;

  private List<List<Object>> read(GoldProjection table, byte[] file) throws IOException {
    Path parquet = Files.write(taken.resolve("cells.parquet"), file);
    StructType schema = KernelColumns.of(GoldColumns.of(table).columns());
    List<List<Object>> rows = new ArrayList<>();
    try (CloseableIterator<ColumnarBatch> batches =
        DefaultEngine.create(new Configuration())
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(FileStatus.of("file:" + parquet, file.length, 0)),
                schema,
                Optional.empty())) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> some = batches.next().getRows()) {
          some.forEachRemaining(row -> rows.add(values(schema, row)));
        }
      }
    }
    return rows;
  }

  private static List<Object> values(StructType schema, Row row) {
    List<Object> values = new ArrayList<>();
    for (int at = 0; at < schema.length(); at++) {
      String type = schema.at(at).getDataType().toString();
      values.add(
          schema.at(at).getDataType() instanceof DecimalType
              ? row.getDecimal(at)
              : switch (type) {
                case "string" -> row.getString(at);
                case "date" -> row.getInt(at);
                default -> row.getLong(at);
              });
    }
    return values;
  }

  private static GoldCell cell(String city, Instant hour, String revenue) {
    return new GoldCell(
        CITY_HOUR.key(List.of(city, "USD"), hour), Figures.of(Amount.of(revenue), 3, 2));
  }

  @Test
  void cells_are_written_exactly_and_in_their_order() throws IOException {
    Instant early = Instant.parse("1969-07-20T20:00:00Z");

    byte[] file =
        GoldParquet.of(
                CITY_HOUR,
                Vector.of(
                    cell("Zürich", TEN, MOST),
                    cell("a\u0000b", TEN, "-" + MOST),
                    cell("🚀", early, "0.0001")),
                scratch)
            .get();

    assertThat(read(CITY_HOUR, file))
        .containsExactly(
            List.of("Zürich", "USD", micros(TEN), Amount.of(MOST).value(), 3L, 2L),
            List.of("a\u0000b", "USD", micros(TEN), Amount.of("-" + MOST).value(), 3L, 2L),
            List.of("🚀", "USD", micros(early), Amount.of("0.0001").value(), 3L, 2L));
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1582-10-04T23:00:00Z",
        "1582-10-15T00:00:00Z",
        "9999-12-31T23:00:00Z"
      })
  void hours_of_every_year_that_events_may_have_are_written(String hour) throws IOException {
    Instant time = Instant.parse(hour);

    byte[] file = GoldParquet.of(CITY_HOUR, Vector.of(cell("Oslo", time, "1")), scratch).get();

    assertThat(read(CITY_HOUR, file))
        .containsExactly(List.of("Oslo", "USD", micros(time), Amount.of("1").value(), 3L, 2L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1582-10-01", "9999-12-01"})
  void months_of_every_year_that_events_may_have_are_written(LocalDate month) throws IOException {
    GoldCell cell =
        new GoldCell(
            ALL_MEASURES.key(List.of("Oslo", "Desk", "USD"), month),
            ALL_MEASURES.measures().zero());

    assertThat(read(ALL_MEASURES, GoldParquet.of(ALL_MEASURES, Vector.of(cell), scratch).get()))
        .singleElement()
        .satisfies(row -> assertThat(row.get(3)).isEqualTo((int) month.toEpochDay()));
  }

  @Test
  void a_table_has_the_columns_that_it_is_declared_with() throws IOException {
    LocalDate month = LocalDate.parse("2026-11-01");
    GoldCell cell =
        new GoldCell(
            ALL_MEASURES.key(List.of("Oslo", "Desk", "USD"), month),
            ALL_MEASURES.measures().zero());

    assertThat(read(ALL_MEASURES, GoldParquet.of(ALL_MEASURES, Vector.of(cell), scratch).get()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).startsWith("Oslo", "Desk", "USD", (int) month.toEpochDay());
              assertThat(row).hasSize(4 + ALL_MEASURES.measures().all().size());
            });
  }

  @Test
  void of_no_cells_there_is_no_file() {
    assertThat(GoldParquet.of(CITY_HOUR, Vector.empty(), scratch)).isEmpty();
  }

  @Test
  void nothing_stays_behind() throws IOException {
    byte[] unused = GoldParquet.of(CITY_HOUR, Vector.of(cell("Oslo", TEN, "1")), scratch).get();

    try (var left = Files.list(scratch)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void where_nothing_can_be_written_is_said() {
    Path gone = scratch.resolve("gone");

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> GoldParquet.of(CITY_HOUR, Vector.of(cell("Oslo", TEN, "1")), gone))
        .withMessageContaining("revenue_by_city_hour")
        .withMessageContaining(gone.toString());
  }
}
