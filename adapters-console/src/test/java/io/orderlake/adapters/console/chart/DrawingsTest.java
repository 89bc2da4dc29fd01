package io.orderlake.adapters.console.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.console.html.Link;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DrawingsTest {
  private static final Link THERE = Link.to("/there");

  private static Option<HeatMap.Cell> cell(String value) {
    return Option.some(new HeatMap.Cell(new BigDecimal(value), "says " + value, THERE));
  }

  private static String map(Option<HeatMap.Cell> a, Option<HeatMap.Cell> b) {
    return new HeatMap(Vector.of("a", "b"), Vector.of(new HeatMap.Row("row", Vector.of(a, b))))
        .html()
        .markup();
  }

  @Test
  void the_greatest_value_is_darkest_and_one_below_zero_has_its_own_colour() {
    assertThat(map(cell("10"), cell("5")))
        .contains("class=\"heat\" fill-opacity=\"1.00\"")
        .contains("class=\"heat\" fill-opacity=\"0.56\"")
        .contains("<title>says 5</title>", "href=\"/there\"");
    assertThat(map(cell("5"), cell("-10")))
        .contains("class=\"heat\" fill-opacity=\"0.56\"")
        .contains("class=\"heat below\" fill-opacity=\"1.00\"");
  }

  @Test
  void where_there_is_no_cell_nothing_is_drawn_and_zero_is_faint() {
    assertThat(map(cell("0"), Option.none()))
        .containsOnlyOnce("<rect")
        .contains("fill-opacity=\"0.12\"");
  }

  @Test
  void one_of_many_is_seen_and_none_is_not() {
    assertThat(
            new Bars(Vector.of(1L, 0L, 1_000_000L), Vector.of("x", "y", "z"), 1_000_000)
                .html()
                .markup())
        .contains("height=\"2\"", "<title>x</title>", "<title>z</title>")
        .doesNotContain("<title>y</title>");
    assertThat(new Share(1, 1_000_000).html().markup())
        .contains("width=\"2\" height=\"14\" class=\"bar\"");
    assertThat(new Share(0, 10).html().markup()).contains("width=\"0\"");
  }

  @Test
  void drawings_are_passed_over_by_who_does_not_see_them_and_by_the_keyboard() {
    assertThat(map(cell("1"), Option.none())).contains("aria-hidden=\"true\"", "tabindex=\"-1\"");
  }
}
