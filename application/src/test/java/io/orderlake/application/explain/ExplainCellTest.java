package io.orderlake.application.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Revenue;
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
        .explain(new ExplainCell.Query(table, List.of(text), time, limit, asOf))
        .get();
  }

  private String problem(String table, String text, String time) {
    return stage
        .cells()
        .explain(new ExplainCell.Query(table, List.of(text), time, 10, AsOf.NEWEST))
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
    assertThat(cell.rows()).isEqualTo(new Revenue(Amount.of("3599.96"), 4, 2));
    assertThat(offsets(cell)).containsExactly(0L, 2L);
    assertThat(cell.shown()).hasSize(2).allMatch(row -> row.fate() instanceof Fate.Refined);
    assertThat(cell.isDamaged()).isFalse();
  }

  @Test
  void a_table_cut_by_day_is_explained_by_the_same_code() {
    stage.reportingIn(ZoneId.of("UTC")).filled(sold("e-0", "Berlin", "2026-11-22T10:00:00Z", 1));

    assertThat(
            ask("revenue_by_product_day", "Laptop", "2026-11-22", 10, AsOf.NEWEST).rows().events())
        .isEqualTo(1);
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
                .map(cell -> new GoldCell(cell.key(), cell.revenue().plus(cell.revenue())))
                .toList();
    stage.filled(sold("e-0", "Berlin", TEN, 1));

    assertThat(berlinAt10().adds()).isFalse();
    assertThat(berlinAt10().isDamaged()).isTrue();
  }

  @Test
  void a_cell_that_gold_has_lost_is_found_out_by_its_rows() {
    stage.goldDamage = cells -> List.of();
    stage.filled(sold("e-0", "Berlin", TEN, 1));

    assertThat(berlinAt10().cell().revenue()).isEqualTo(Revenue.ZERO);
    assertThat(berlinAt10().isDamaged()).isTrue();
  }

  @Test
  void upper_and_lower_case_are_the_same_and_hours_may_be_those_of_the_reporting_zone() {
    stage.filled(sold("e-0", "Berlin", TEN, 1));

    assertThat(ask("revenue_by_city_hour", "bErLin", "2026-11-22 10:00", 10, AsOf.NEWEST))
        .isEqualTo(berlinAt10());
  }

  @Test
  void a_local_hour_means_the_zone_s() {
    CellQuestion berlin =
        new CellQuestion(
            GoldProjections.revenueByCityHour(ZoneId.of("Europe/Berlin")),
            ZoneId.of("Europe/Berlin"));

    assertThat(berlin.key(List.of("Rome"), "2026-11-22 10:00").get().instant())
        .isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
    assertThat(berlin.key(List.of("Rome"), "2026-11-22").get().partition()).isEqualTo("2026-11-22");
  }

  @Test
  void a_cell_that_is_not_there_is_answered_with_those_that_are() {
    stage.filled(sold("e-0", "Paris", TEN, 1), sold("e-1", "Berlin", TEN, 1));

    assertThat(problem("revenue_by_city_hour", "Rome", TEN))
        .contains("no cell for city 'Rome'", "as of lake version 2", "it has Berlin, Paris");
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
            "no hour starts at 2026-11-22 10:30:00 UTC; the hour of it starts at"
                + " 2026-11-22 10:00");
    assertThat(problem("revenue_by_city_hour", "Rome", "noon")).contains("'noon' is not a date");
    assertThat(problem("revenue_by_product_day", "Rome", TEN)).contains("is not a date");
    assertThat(
            stage
                .cells()
                .explain(
                    new ExplainCell.Query(
                        "revenue_by_city_hour", List.of("R"), TEN, -1, AsOf.NEWEST))
                .getLeft())
        .contains("not -1");
  }
}
