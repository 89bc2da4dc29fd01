package io.orderlake.adapters.spark.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.adapters.kafka.order.JacksonOrderEventDecoder;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.RatesFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.orderlake.domain.table.LakeTables;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Silver of the first layout goes on under a program that knows the second. */
class GrownSilverTest {
  private static final long ANY = 1_000_000;

  private final SparkLake lake = new SparkLake();
  private final Pipeline jobs = new Pipeline(lake, new JacksonOrderEventDecoder(), ANY);
  private List<RefinedOrder> oldRows = List.of();
  private long oldVersion;

  @BeforeEach
  void silverOfTheFirstLayout() throws Exception {
    lake.store(List.of(Sent.to(0, Event.v1("e-1")), Sent.to(0, Event.v2("e-2"))));
    oldRows =
        lake.bronze().stream()
            .map(record -> ((Verdict.Accepted) jobs.refiner().refine(record).whole()).order())
            .toList();
    oldVersion =
        FirstSilverLayout.write(TestSpark.session(), lake.root(), oldRows, bronze().version());
    assertThat(columnsAt(oldVersion)).contains("content_hash").doesNotContain("discount");
  }

  private LakeTable bronze() {
    return LakeTable.open(TestSpark.session(), lake.root(), BronzeLayout.LAYOUT);
  }

  private List<String> columnsAt(long version) {
    return List.of(
        TestSpark.session()
            .read()
            .format("delta")
            .option("versionAsOf", version)
            .load(lake.root() + "/silver/orders")
            .schema()
            .fieldNames());
  }

  private void goOn() {
    lake.store(
        List.of(
            Sent.to(0, Event.v2("e-2")),
            Sent.to(0, Event.v3("e-3")),
            Sent.to(0, Event.v3("e-1").without("discount").without("customer_id"))));
    jobs.silver();
  }

  @Test
  void its_rows_stay_in_their_files_and_tell_repeats_apart_as_before() {
    goOn();

    assertThat(lake.silverRows()).hasSize(3).containsAll(oldRows);
    assertThat(lake.silverRows())
        .filteredOn(row -> row.eventId().equals("e-3"))
        .singleElement()
        .satisfies(row -> assertThat(row.discount()).hasToString("100.00"))
        .satisfies(row -> assertThat(row.customerId()).isEqualTo("c-7"));
    assertThat(jobs.lake().totals()).isEqualTo(new Conservation(5, 3, 0, 2));
    assertThat(lake.files(TableId.SILVER_ORDERS)).hasSize(2);
  }

  @Test
  void an_older_version_of_it_is_read_as_it_was() {
    goOn();

    assertThat(columnsAt(oldVersion)).doesNotContain("discount", "customer_id");
    assertThat(columnsAt(oldVersion + 1)).contains("discount", "customer_id");
    assertThat(columnsAt(oldVersion + 1).subList(0, 18))
        .isEqualTo(columnsAt(oldVersion).subList(0, 18));
  }

  @Test
  void its_rows_are_not_converted_until_a_rebuild() {
    jobs.judgeBy(RuleSettings.DEFAULTS.withRates(Option.some(RatesFixture.LATER)));
    goOn();

    assertThat(lake.silverRows())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.converted() == null).isEqualTo(oldRows.contains(row)));

    jobs.rebuild("all");

    assertThat(lake.silverRows())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.converted()).isNotNull());
  }

  @Test
  void gold_adds_up_what_was_paid_in_old_rows_and_new_ones() {
    goOn();
    jobs.gold();

    for (GoldProjection projection : lake.projections()) {
      assertThat(
              lake.cells(projection).values().stream()
                  .map(figures -> figures.in(Measures.BASIC))
                  .reduce(Measures.BASIC.zero(), Figures::plus))
          .isEqualTo(Figures.of(Amount.of("5299.94"), 6, 3));
    }
  }

  @Test
  void old_and_new_files_are_joined_and_no_row_changes() {
    goOn();
    List<RefinedOrder> before = lake.silverRows();
    Compacted done = lake.compaction().step(TableId.SILVER_ORDERS, ANY, new SmallFiles(1L << 30));

    assertThat(done.records()).isEqualTo(3);
    assertThat(lake.files(TableId.SILVER_ORDERS)).hasSize(1);
    assertThat(lake.silverRows()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void a_silver_of_a_layout_to_come_is_left_alone_by_every_job() {
    goOn();
    int known = LakeTables.layout(TableId.SILVER_ORDERS).number();
    TestSpark.session()
        .sql(
            String.format(
                Locale.ROOT,
                "ALTER TABLE delta.`%s/silver/orders` SET TBLPROPERTIES ('%s' = '%d')",
                lake.root(),
                LayoutVersion.PROPERTY,
                known + 1));

    Stream.<ThrowingCallable>of(
            lake::silver,
            lake::gold,
            () -> lake.compaction().state(TableId.SILVER_ORDERS),
            () ->
                lake.vacuum()
                    .vacuum(
                        TableId.SILVER_ORDERS, new TableRetention(0, Instant.EPOCH, Duration.ZERO)))
        .forEach(
            job ->
                assertThatExceptionOfType(LakeFailure.class)
                    .isThrownBy(job)
                    .withMessageContaining("silver/orders")
                    .withMessageContaining("layout " + (known + 1))
                    .withMessageContaining("up to layout " + known)
                    .withMessageContaining("Use the newer Orderlake"));
  }
}
