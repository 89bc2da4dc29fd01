package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.order.Orders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void the_ends_of_the_calendar_have_cells_in_every_zone() {
    ZoneId newYork = ZoneId.of("America/New_York");
    ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
    Sale first = laptop("0001-01-01T00:00:00Z");
    Sale last = laptop("9999-12-31T23:59:59.999999Z");

    assertThat(new RevenueByProductDay(newYork).keyOf(first))
        .isEqualTo(GoldKey.on("0000-12", "Laptop", LocalDate.of(0, 12, 31)));
    assertThat(new RevenueByProductDay(kiritimati).keyOf(last))
        .isEqualTo(GoldKey.on("+10000-01", "Laptop", LocalDate.of(10_000, 1, 1)));
    for (ZoneId zone : List.of(newYork, kiritimati, ZoneOffset.MAX, ZoneOffset.MIN)) {
      for (GoldProjection table : GoldProjections.in(zone)) {
        for (Sale sale : List.of(first, last, at("1582-10-10T12:00:00Z"))) {
          assertThat(table.spanOf(table.keyOf(sale)).holds(sale.eventTime()))
              .as("%s in %s", table.keyOf(sale), zone)
              .isTrue();
        }
      }
    }
  }

  /** Standard time, with its seconds, came later. */
  @Test
  void an_hour_before_standard_time_begins_where_the_local_clock_struck() {
    assertThat(new RevenueByCityHour(ZoneId.of("Europe/Berlin")).keyOf(at("1893-03-31T22:59:59Z")))
        .isEqualTo(GoldKey.at("1893-03-31", "New York", Instant.parse("1893-03-31T22:06:32Z")));
  }

  @Test
  void both_hours_of_a_clock_set_back_are_cells_of_their_own() {
    GoldProjection berlin = new RevenueByCityHour(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.keyOf(at("2026-10-25T00:30:00Z")).instant())
        .isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
    assertThat(berlin.keyOf(at("2026-10-25T01:30:00Z")).instant())
        .isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
  }

  /** Zones that set their clocks back by an hour, by half an hour, over midnight, and never. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Apia"
      })
  void every_sale_of_a_cell_happened_in_the_cell_s_span(ZoneId zone) {
    long seed = 20261122;
    Random random = new Random(seed);
    List<Instant> moments = new ArrayList<>();
    Instant year2005 = Instant.parse("2005-01-01T00:00:00Z");
    for (int i = 0; i < 2_000; i++) {
      moments.add(year2005.plusSeconds(random.nextInt(700_000_000)));
    }
    ZoneOffsetTransition next = zone.getRules().nextTransition(year2005);
    for (int i = 0; i < 20 && next != null; i++) {
      for (int minutes = -180; minutes < 180; minutes++) {
        moments.add(next.getInstant().plus(Duration.ofMinutes(minutes)));
      }
      next = zone.getRules().nextTransition(next.getInstant());
    }
    for (GoldProjection projection : GoldProjections.in(zone)) {
      for (Instant moment : moments) {
        GoldKey key = projection.keyOf(new Sale("Laptop", "Hobart", 1, Amount.ZERO, moment));
        TimeSpan span = projection.spanOf(key);
        assertThat(span.holds(moment))
            .as("%s, %s at %s: %s, seed %d", projection, key, moment, span, seed)
            .isTrue();
        assertThat(Duration.between(span.from(), span.to())).isLessThan(Duration.ofHours(27));
      }
    }
  }

  @Test
  void a_span_is_no_longer_than_the_cell_where_no_clock_is_set_back() {
    GoldKey hour = GoldKey.at("2026-11-20", "Paris", Instant.parse("2026-11-20T23:00:00Z"));
    GoldKey day = GoldKey.on("2026-11", "Laptop", LocalDate.of(2026, 11, 20));

    assertThat(new RevenueByCityHour(ZoneOffset.UTC).spanOf(hour))
        .isEqualTo(new TimeSpan(hour.instant(), Instant.parse("2026-11-21T00:00:00Z")));
    assertThat(new RevenueByProductDay(ZoneOffset.UTC).spanOf(day))
        .isEqualTo(
            new TimeSpan(
                Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z")));
  }

  @Test
  void tables_have_names_of_their_own() {
    assertThat(GoldProjections.in(ZoneOffset.UTC).map(GoldProjection::table))
        .containsExactly("revenue_by_city_hour", "revenue_by_product_day");
  }

  private static Sale at(String time) {
    return Sale.of(Orders.refined(Orders.v2().with("event_time", new Text(time))));
  }

  private static Sale laptop(String time) {
    return new Sale("Laptop", "New York", 1, Amount.of("1"), Instant.parse(time));
  }
}
