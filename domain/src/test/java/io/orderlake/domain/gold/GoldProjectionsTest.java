package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.order.Orders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GoldProjectionsTest {
  @Test
  void an_hour_begins_with_its_first_microsecond() {
    GoldProjection byHour = new RevenueByCityHour(ZoneOffset.UTC);

    assertThat(byHour.keyOf(at("2026-11-20T23:59:59.999999Z")))
        .isEqualTo(GoldKey.at("2026-11-20", "New York", Instant.parse("2026-11-20T23:00:00Z")));
    assertThat(byHour.keyOf(at("2026-11-21T00:00:00Z")).partition()).isEqualTo("2026-11-21");
  }

  @Test
  void hours_and_days_are_those_of_the_reporting_zone() {
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");
    Sale sale = at("2026-10-31T18:45:00Z");

    assertThat(new RevenueByCityHour(kolkata).keyOf(sale))
        .isEqualTo(GoldKey.at("2026-11-01", "New York", Instant.parse("2026-10-31T18:30:00Z")));
    assertThat(new RevenueByProductDay(kolkata).keyOf(sale))
        .isEqualTo(GoldKey.on("2026-11", "Laptop", LocalDate.of(2026, 11, 1)));
  }

  @Test
  void both_hours_of_a_clock_set_back_are_cells_of_their_own() {
    GoldProjection berlin = new RevenueByCityHour(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.keyOf(at("2026-10-25T00:30:00Z")).instant())
        .isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
    assertThat(berlin.keyOf(at("2026-10-25T01:30:00Z")).instant())
        .isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
  }

  @Test
  void tables_have_names_of_their_own() {
    assertThat(GoldProjections.in(ZoneOffset.UTC).map(GoldProjection::table))
        .containsExactly("revenue_by_city_hour", "revenue_by_product_day");
  }

  private static Sale at(String time) {
    return Sale.of(Orders.refined(Orders.v2().with("event_time", new Text(time))));
  }
}
