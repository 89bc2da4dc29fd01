package io.orderlake.application.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.gold.GoldGrid.Shape;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Grain;
import io.orderlake.domain.money.Amount;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldGridTest {
  private static final GoldProjection CITY_HOUR =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-22T11:00:00Z");

  private static GoldCell cell(String city, String currency, Instant hour, String revenue) {
    return new GoldCell(CITY_HOUR.key(List.of(city, currency), hour), figures(revenue));
  }

  private static Figures figures(String revenue) {
    return Figures.of(Amount.of(revenue), 2, 1);
  }

  private static Shape shape(Option<String> currency, int rows, int times) {
    return new Shape(Dimension.CITY, currency, rows, times);
  }

  private static final Vector<GoldCell> CELLS =
      Vector.of(
          cell("Berlin", "USD", TEN, "10"),
          cell("Berlin", "USD", NINE, "5"),
          cell("Paris", "USD", TEN, "30"),
          cell("Oslo", "USD", ELEVEN, "1"),
          cell("Oslo", "NOK", ELEVEN, "900"));

  @Test
  void there_is_a_row_for_each_city_and_a_column_for_each_hour_that_has_a_cell() {
    GoldGrid grid = GoldGrid.of(CITY_HOUR, CELLS, shape(Option.none(), 10, 10));

    assertThat(grid.times().asJava()).isEqualTo(List.of(NINE, TEN, ELEVEN));
    assertThat(grid.rows().map(GoldGrid.Row::text)).containsExactly("Paris", "Berlin", "Oslo");
    assertThat(grid.rows().get(1).cells().get(NINE)).containsExactly(figures("5"));
    assertThat(grid.rows().get(1).cells().get(ELEVEN)).isEmpty();
    assertThat(grid.rows().get(1).total().revenue()).isEqualTo(Amount.of("15"));
    assertThat(grid.moreRows()).isZero();
    assertThat(grid.earlier()).isZero();
  }

  @Test
  void one_currency_is_shown_at_a_time_the_lakes_own_unless_another_is_asked_for() {
    assertThat(GoldGrid.of(CITY_HOUR, CELLS, shape(Option.none(), 10, 10)).currency())
        .isEqualTo("USD");
    GoldGrid crowns = GoldGrid.of(CITY_HOUR, CELLS, shape(Option.some("NOK"), 10, 10));

    assertThat(crowns.currency()).isEqualTo("NOK");
    assertThat(crowns.currencies()).containsExactly("NOK", "USD");
    assertThat(crowns.rows().map(row -> row.total().revenue().plain())).containsExactly("900.00");
  }

  @Test
  void a_currency_that_there_is_no_cell_in_gives_way() {
    Vector<GoldCell> abroad = CELLS.filter(cell -> cell.key().texts().get(1).equals("NOK"));

    assertThat(GoldGrid.of(CITY_HOUR, abroad, shape(Option.some("EUR"), 10, 10)).currency())
        .isEqualTo("NOK");
  }

  @Test
  void what_has_no_room_is_counted() {
    GoldGrid grid = GoldGrid.of(CITY_HOUR, CELLS, shape(Option.none(), 1, 2));

    assertThat(grid.times().asJava()).isEqualTo(List.of(TEN, ELEVEN));
    assertThat(grid.earlier()).isEqualTo(1);
    assertThat(grid.rows().map(GoldGrid.Row::text)).containsExactly("Paris");
    assertThat(grid.moreRows()).isEqualTo(2);
  }

  @Test
  void of_no_cells_there_is_an_empty_grid() {
    GoldGrid grid = GoldGrid.of(CITY_HOUR, Vector.empty(), shape(Option.some("USD"), 10, 10));

    assertThat(grid.currency()).isEmpty();
    assertThat(grid.rows()).isEmpty();
    assertThat(grid.times().isEmpty()).isTrue();
  }

  @Test
  void cells_that_another_text_column_tells_apart_are_added_up() {
    GoldProjection table =
        new GoldProjection(
            "by_city_product_day",
            List.of(Dimension.CITY, Dimension.PRODUCT),
            Grain.DAY,
            GoldFixture.in(ZoneOffset.UTC));
    LocalDate day = LocalDate.parse("2026-11-22");
    Vector<GoldCell> cells =
        Vector.of("Desk", "Lamp")
            .map(what -> new GoldCell(table.key(List.of("Oslo", what, "USD"), day), figures("2")));

    GoldGrid byCity = GoldGrid.of(table, cells, shape(Option.none(), 10, 10));
    GoldGrid byProduct =
        GoldGrid.of(table, cells, new Shape(Dimension.PRODUCT, Option.none(), 10, 10));

    assertThat(GoldGrid.rowsOf(table)).containsExactly(Dimension.CITY, Dimension.PRODUCT);
    assertThat(byCity.rows().get(0).cells().get(day).get().revenue()).isEqualTo(Amount.of("4"));
    assertThat(byProduct.rows().map(GoldGrid.Row::text)).containsExactly("Desk", "Lamp");
  }
}
