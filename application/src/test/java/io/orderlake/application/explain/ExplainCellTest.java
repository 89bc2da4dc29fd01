package io.orderlake.application.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.money.Amount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainCellTest {
  private static final String TEN = "2026-11-22T10:00:00Z";

  private final ExplainStage stage = new ExplainStage();

  private static Sent sold(String id, String city, String time, int quantity) {
    Event event = Event.v2(id).text("city", city).text("event_time", time);
    return Sent.to(0, event.with("quantity", Integer.toString(quantity)));
  }

  private ExplainedCell berlinAt10() {
    return ask("revenue_by_city_hour", "Berlin", TEN, 10, AsOf.NEWEST);
  }

  private ExplainedCell ask(String table, String text, String time, int limit, AsOf asOf) {
    return stage
        .cells()
        .explain(new ExplainCell.Query(table, List.of(text, "USD"), time, limit, asOf))
        .get();
  }

  private String problem(String table, String text, String time) {
    return stage
        .cells()
        .explain(new ExplainCell.Query(table, List.of(text, "USD"), time, 10, AsOf.NEWEST))
        .getLeft();
  }

  private static List<Long> offsets(ExplainedCell cell) {
    return cell.shown().map(row -> row.record().source().offset()).toJavaList();
  }

  @Test
  void a_cell_is_the_sum_of_the_rows_that_fall_into_it_and_of_no_others() {
    stage.filled(
        sold("e-0", "Berlin", "2026-11-22T10:00:00Z", 1),
        sold("e-1", "Paris", "2026-11-22T10:10:00Z", 2),
        sold("e-2", "Berlin", "2026-11-22T10:59:59.999Z", 3),
        sold("e-3", "Berlin", "2026-11-22T11:00:00Z", 4),
        sold("e-4", "Berlin", "2026-11-22T09:59:59.999Z", 5));
    ExplainedCell cell = berlinAt10();

    assertThat(cell.adds()).isTrue();
    assertThat(cell.rows()).isEqualTo(Figures.of(Amount.of("3599.96"), 4, 2));
    assertThat(offsets(cell)).containsExactly(0L, 2L);
    assertThat(cell.shown()).hasSize(2).allMatch(row -> row.fate() instanceof Fate.Refined);
    assertThat(cell.isDamaged()).isFalse();
  }

  @Test
  void an_event_that_is_cancelled_is_among_the_rows_and_in_no_sum() {
    stage.filled(
        sold("e-0", "Berlin", TEN, 1),
        sold("e-1", "Berlin", TEN, 5),
        Sent.to(0, Event.cancellation("e-1")));

    assertThat(berlinAt10().adds()).isTrue();
    assertThat(berlinAt10().rows()).isEqualTo(Figures.of(Amount.of("899.99"), 1, 1));
    assertThat(offsets(berlinAt10())).containsExactly(0L, 1L, 2L);
    assertThat(berlinAt10().count()).isEqualTo(3);
  }

  @Test
  void a_cell_all_of_whose_events_are_cancelled_is_explained_as_well() {
    stage.filled(sold("e-1", "Berlin", TEN, 5), Sent.to(0, Event.cancellation("e-1")));

    assertThat(berlinAt10().adds()).isTrue();
    assertThat(berlinAt10().rows()).isEqualTo(Figures.of(Amount.ZERO, 0, 0));
    assertThat(berlinAt10().count()).isEqualTo(2);
  }

  @Test
  void a_cancellation_that_has_waited_counts_when_its_event_does() {
    stage.filled(sold("e-0", "Berlin", TEN, 1), Sent.to(0, Event.cancellation("e-1")));
    stage.stored(sold("e-1", "Berlin", TEN, 5)).refined();

    assertThat(berlinAt10().isDamaged()).isFalse();
    assertThat(offsets(berlinAt10())).containsExactly(0L);
    stage.folded();
    assertThat(berlinAt10().isDamaged()).isFalse();
    assertThat(offsets(berlinAt10())).containsExactly(0L, 1L, 2L);
  }

  @Test
  void a_table_cut_by_day_is_explained_by_the_same_code() {
    stage.reportingIn(ZoneId.of("UTC")).filled(sold("e-0", "Berlin", "2026-11-22T10:00:00Z", 1));

    assertThat(
            ask("revenue_by_product_day", "Laptop", "2026-11-22", 10, AsOf.NEWEST).rows().events())
        .isEqualTo(1);
  }

  @Test
  void declared_tables_are_explained_over_a_clock_that_is_set_back_with_all_their_measures() {
    stage.filled(
        sold("e-0", "Berlin", "2026-11-01T03:59:59Z", 7), // October, where the lake is
        sold("e-1", "Berlin", "2026-11-01T05:30:00Z", 1),
        sold("e-2", "Berlin", "2026-11-01T06:30:00Z", 3), // one by the same clock, an hour later
        sold("e-3", "Berlin", "2026-11-02T04:59:59Z", 2)); // Sunday still
    ExplainedCell month =
        stage
            .cells()
            .explain(
                new ExplainCell.Query(
                    "revenue_by_city_product_month",
                    List.of("Berlin", "Laptop", "USD"),
                    "2026-11-01",
                    10,
                    AsOf.NEWEST))
            .get();
    ExplainedCell week = ask("revenue_by_city_week", "Berlin", "2026-10-26", 10, AsOf.NEWEST);

    assertThat(month.rows())
        .hasToString(
            "revenue 5399.94, units 6, events 3, largest 2699.97, gross 5399.94, refunds 0.00,"
                + " orders 1, converted 0.00")
        .isEqualTo(month.cell().figures());
    assertThat(offsets(month)).containsExactly(1L, 2L, 3L);
    assertThat(week.rows())
        .hasToString("revenue 11699.87, units 13, events 4")
        .isEqualTo(week.cell().figures());
  }

  @Test
  void all_rows_are_added_up_and_the_first_ones_shown() {
    stage.filled(
        sold("e-0", "Berlin", TEN, 1),
        sold("e-1", "Berlin", TEN, 1),
        sold("e-2", "Berlin", TEN, 1));
    ExplainedCell cell = ask("revenue_by_city_hour", "Berlin", TEN, 2, AsOf.NEWEST);

    assertThat(offsets(cell)).containsExactly(0L, 1L);
    assertThat(cell.rows().events()).isEqualTo(3);
    assertThat(ask("revenue_by_city_hour", "Berlin", TEN, 0, AsOf.NEWEST).adds()).isTrue();
  }

  @Test
  void rows_that_gold_has_not_read_yet_do_not_count() {
    stage.filled(sold("e-0", "Berlin", TEN, 1));
    stage.stored(sold("e-1", "Berlin", TEN, 1)).refined();

    assertThat(berlinAt10().rows().events()).isEqualTo(1);
    assertThat(berlinAt10().adds()).isTrue();
    stage.folded();
    assertThat(berlinAt10().rows().events()).isEqualTo(2);
  }

  @Test
  void an_earlier_lake_version_is_explained_as_it_was() {
    stage.filled(sold("e-0", "Berlin", TEN, 1));
    stage.filled(sold("e-1", "Berlin", TEN, 1));
    ExplainedCell before = ask("revenue_by_city_hour", "Berlin", TEN, 10, new AsOf.Version(2));

    assertThat(before.rows().events()).isEqualTo(1);
    assertThat(before.adds()).isTrue();
    assertThat(berlinAt10().rows().events()).isEqualTo(2);
  }

  @Test
  void a_cell_that_is_not_the_sum_of_its_rows_is_found_out() {
    stage.goldDamage =
        cells ->
            cells.stream()
                .map(cell -> new GoldCell(cell.key(), cell.figures().plus(cell.figures())))
                .toList();
    stage.filled(sold("e-0", "Berlin", TEN, 1));

    assertThat(berlinAt10().adds()).isFalse();
    assertThat(berlinAt10().isDamaged()).isTrue();
  }

  @Test
  void a_cell_that_gold_has_lost_is_found_out_by_its_rows() {
    stage.goldDamage = cells -> List.of();
    stage.filled(sold("e-0", "Berlin", TEN, 1));

    assertThat(berlinAt10().cell().figures()).isEqualTo(Measures.BASIC.zero());
    assertThat(berlinAt10().isDamaged()).isTrue();
  }

  @Test
  void upper_and_lower_case_are_the_same_and_hours_may_be_those_of_the_reporting_zone() {
    stage.filled(sold("e-0", "Berlin", TEN, 1));

    assertThat(ask("revenue_by_city_hour", "bErLin", "2026-11-22 05:00", 10, AsOf.NEWEST))
        .isEqualTo(berlinAt10());
  }

  @Test
  void a_local_hour_means_the_zone_s() {
    CellQuestion berlin =
        new CellQuestion(
            GoldProjections.revenueByCityHour(GoldFixture.in(ZoneId.of("Europe/Berlin"))),
            ZoneId.of("Europe/Berlin"));

    assertThat(berlin.key(List.of("Rome", "USD"), "2026-11-22 10:00").get().instant())
        .isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    assertThat(berlin.key(List.of("Rome", "USD"), "2026-11-22").get().partition())
        .isEqualTo("2026-11-22");
  }

  @Test
  void a_cell_that_is_not_there_is_answered_with_those_that_are() {
    stage.filled(sold("e-0", "Paris", TEN, 1), sold("e-1", "Berlin", TEN, 1));

    assertThat(problem("revenue_by_city_hour", "Rome", TEN))
        .contains(
            "no cell for city 'Rome', currency 'USD'",
            "as of lake version 2",
            "it has Berlin, USD; Paris, USD");
    assertThat(problem("revenue_by_city_hour", "Rome", "2026-11-23T10:00:00Z"))
        .contains("it has none at all for that hour");
  }

  @Test
  void a_wrong_question_is_answered_with_what_is_wrong() {
    assertThat(problem("revenue_by_city_hour", "Rome", TEN)).contains("is not published");
    stage.filled(sold("e-0", "Paris", TEN, 1));

    assertThat(problem("revenue_by_moon", "Rome", TEN)).contains("revenue_by_product_day");
    assertThat(problem("revenue_by_city_hour", "Rome", "2026-11-22T10:30:00Z"))
        .isEqualTo(
            "no hour starts at 2026-11-22 05:30:00-05:00; the hour of it starts at"
                + " 2026-11-22 05:00");
    assertThat(problem("revenue_by_city_hour", "Rome", "noon")).contains("'noon' is not a date");
    assertThat(problem("revenue_by_product_day", "Rome", TEN)).contains("is not a date");
    assertThat(
            stage
                .cells()
                .explain(
                    new ExplainCell.Query(
                        "revenue_by_city_hour", List.of("R", "USD"), TEN, -1, AsOf.NEWEST))
                .getLeft())
        .contains("not -1");
  }
}
