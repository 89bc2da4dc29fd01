package io.orderlake.adapters.spark.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.application.contract.Fold;
import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.protocol.gold.FoldCountsJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Gold table of the first layout, which has no currency, goes on under this program. */
class GrownGoldTest {
  private static final long ANY = 1_000_000;
  private static final List<Sent> BEFORE =
      List.of(
          Sent.to(0, Event.v2("e-1")),
          Sent.to(0, Event.v1("e-2").text("event_time", "2026-11-20T09:00:00Z")));

  private final SparkLake lake = new SparkLake();
  private final Pipeline jobs = new Pipeline(lake, new JacksonOrderEventDecoder(), ANY);
  private final GoldProjection cityHour = lake.projections().get(0);
  private Map<GoldKey, Figures> before = Map.of();

  @BeforeEach
  void goldOfTheFirstLayout() throws Exception {
    lake.store(BEFORE);
    jobs.silver();
    SparkLake present = new SparkLake();
    Pipeline other = new Pipeline(present, new JacksonOrderEventDecoder(), ANY);
    present.store(BEFORE);
    other.silver();
    other.gold();
    before = present.cells(cityHour);
    long silver = LakeTable.open(TestSpark.session(), lake.root(), SilverLayout.LAYOUT).version();
    write(before, silver);
    assertThat(columns()).containsExactly("city", "hour", "revenue", "units", "events", "date");
  }

  private static boolean isCurrency(StructField column) {
    return column.name().equals(Dimension.CURRENCY.column());
  }

  private void write(Map<GoldKey, Figures> cells, long silverVersion) throws Exception {
    GoldLayout now = new GoldLayout(0, cityHour);
    Map<String, String> properties = new HashMap<>(now.table().properties());
    properties.remove(LayoutVersion.PROPERTY);
    StructType columns =
        new StructType(
            Arrays.stream(now.table().schema().fields())
                .filter(column -> !isCurrency(column))
                .toArray(StructField[]::new));
    LakeTable table =
        LakeTable.open(
            TestSpark.session(),
            lake.root(),
            new TableLayout(
                now.table().id(),
                columns,
                now.table().partitionColumn(),
                List.of(),
                List.of(),
                properties));
    DataFileWriters.Writer writer = table.writers().open();
    for (Map.Entry<GoldKey, Figures> cell : cells.entrySet()) {
      InternalRow row = now.row(cell.getKey(), cell.getValue());
      List<Object> values = new ArrayList<>(List.of(((GenericInternalRow) row).values()));
      values.remove(cityHour.dimensions().indexOf(Dimension.CURRENCY));
      writer.write(cell.getKey().partition(), new GenericInternalRow(values.toArray()));
    }
    table.commit(
        TableCommit.append(
            writer.close(),
            SilverLayout.UPSTREAM_POSITION,
            TableCommit.NO_POSITION,
            silverVersion,
            FoldCountsJson.write(cityHour.table(), 2, 2, cells.size())));
  }

  private List<String> columns() {
    return List.of(
        TestSpark.session()
            .read()
            .format("delta")
            .load(lake.root() + "/gold/" + cityHour.table())
            .schema()
            .fieldNames());
  }

  @Test
  void its_cells_are_in_the_lake_s_own_currency_and_others_stand_beside_them() {
    jobs.gold();
    assertThat(lake.cells(cityHour)).as("opened").isEqualTo(before);

    jobs.judgeBy(RuleSettings.DEFAULTS.withCurrencies(Currencies.of("USD", "EUR")));
    lake.store(
        List.of(
            Sent.to(0, Event.v2("e-3")),
            Sent.to(0, Event.v2("e-4").text("currency", "EUR")),
            Sent.to(0, Event.refund("e-5").text("currency", "EUR"))));
    jobs.silver();
    jobs.gold();

    Fold.assertIsGold(lake, "a table of before");
    assertThat(lake.cells(cityHour)).hasSize(3);
    assertThat(columns()).contains("currency");
    long named =
        TestSpark.session()
            .sql(
                "SELECT * FROM delta.`%s/gold/%s` WHERE currency IS NULL"
                    .formatted(lake.root(), cityHour.table()))
            .count();
    assertThat(named).as("cells of partitions that nothing came into").isEqualTo(1);
  }

  @Test
  void folded_anew_every_cell_names_its_currency() {
    jobs.rebuild("gold");

    assertThat(lake.cells(cityHour)).isEqualTo(before);
    assertThat(
            TestSpark.session()
                .sql(
                    "SELECT DISTINCT currency FROM delta.`%s/gold/%s`"
                        .formatted(lake.root(), cityHour.table()))
                .collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("USD");
  }
}
