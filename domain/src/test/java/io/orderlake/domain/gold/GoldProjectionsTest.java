package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeProperties;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldProjectionsTest {
  private static final Map<Grain, Duration> LONGEST =
      Map.of(
          Grain.HOUR, Duration.ofHours(4),
          Grain.DAY, Duration.ofHours(27),
          Grain.WEEK, Duration.ofHours(171),
          Grain.MONTH, Duration.ofHours(747));

  private static LakeProperties in(ZoneId zone) {
    return new LakeProperties(zone, "USD");
  }

  private static GoldKey key(String partition, String text, Comparable<?> time) {
    return new GoldKey(partition, List.of(text, "USD"), time);
  }

  private static Stream<GoldProjection> everyGrain(ZoneId zone) {
    return Arrays.stream(Grain.values())
        .map(
            grain ->
                new GoldProjection(
                    "t", List.of(Dimension.PRODUCT, Dimension.CITY), grain, in(zone)));
  }

  @Test
  void weeks_begin_on_monday_and_months_on_the_first_in_the_reporting_zone() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Sale sale = laptop("2027-01-31T23:30:00Z"); // in Berlin Monday, the first of February

    assertThat(new GoldProjection("t", List.of(Dimension.CITY), Grain.WEEK, in(berlin)).keyOf(sale))
        .isEqualTo(key("2027", "New York", LocalDate.of(2027, 2, 1)));
    assertThat(
            new GoldProjection(
                    "t", List.of(Dimension.PRODUCT, Dimension.CITY), Grain.MONTH, in(berlin))
                .keyOf(sale))
        .isEqualTo(
            new GoldKey("2027", List.of("Laptop", "New York", "USD"), LocalDate.of(2027, 2, 1)));
    assertThat(
            new GoldProjection("t", List.of(Dimension.CITY), Grain.WEEK, in(berlin))
                .keyOf(laptop("2027-01-01T12:00:00Z")))
        .as("a week is of the year of its Monday")
        .isEqualTo(key("2026", "New York", LocalDate.of(2026, 12, 28)));
  }

  @Test
  void every_table_is_cut_by_the_currency_last_unless_it_says_where() {
    LakeProperties lake = in(ZoneOffset.UTC);
    Sale euros =
        new Sale(
            "Laptop", "Paris", "", "EUR", 1, Amount.ZERO, Instant.parse("2026-11-20T10:00:00Z"));

    assertThat(GoldProjections.revenueByCityHour(lake).textColumns())
        .containsExactly("city", "currency");
    GoldProjection said =
        new GoldProjection("t", List.of(Dimension.CURRENCY, Dimension.CITY), Grain.DAY, lake);
    assertThat(said.keyOf(euros).texts()).containsExactly("EUR", "Paris");
    assertThat(said.currencyOf(said.keyOf(euros))).isEqualTo("EUR");
    assertThat(
            new GoldProjection("t", List.of(Dimension.CURRENCY), Grain.DAY, lake)
                .keyOf(euros)
                .texts())
        .containsExactly("EUR");
  }

  @Test
  void a_stored_cell_that_names_no_currency_is_in_the_lake_s_own() {
    GoldProjection table =
        GoldProjections.revenueByCityHour(new LakeProperties(ZoneOffset.UTC, "CHF"));

    assertThat(table.storedTexts(column -> column == Dimension.CITY ? "Bern" : null))
        .containsExactly("Bern", "CHF");
    assertThat(table.storedTexts(column -> column == Dimension.CITY ? "Bern" : "EUR"))
        .containsExactly("Bern", "EUR");
    assertThatThrownBy(() -> table.storedTexts(column -> null)).hasMessage("city");
  }

  @Test
  void a_customer_who_is_not_named_has_no_name() {
    GoldProjection table =
        new GoldProjection("t", List.of(Dimension.CUSTOMER), Grain.DAY, in(ZoneOffset.UTC));

    assertThat(table.keyOf(at("2026-11-20T10:00:00Z")).texts()).containsExactly("", "USD");
    assertThat(
            table
                .keyOf(Sale.of(Orders.refined(Orders.v3().with("customer_id", new Text("c-1")))))
                .texts())
        .containsExactly("c-1", "USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Revenue", "1st", "by-city", "../silver", "a/b", "revenue by city"})
  void a_table_has_a_name_that_is_a_word(String name) {
    assertThatThrownBy(
            () -> new GoldProjection(name, List.of(Dimension.CITY), Grain.DAY, in(ZoneOffset.UTC)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_table_is_cut_by_something_and_by_nothing_twice() {
    for (List<Dimension> by :
        List.of(List.<Dimension>of(), List.of(Dimension.CITY, Dimension.CITY))) {
      assertThatThrownBy(() -> new GoldProjection("t", by, Grain.DAY, in(ZoneOffset.UTC)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_hour_begins_with_its_first_microsecond() {
    GoldProjection byHour = GoldProjections.revenueByCityHour(in(ZoneOffset.UTC));

    assertThat(byHour.keyOf(at("2026-11-20T23:59:59.999999Z")))
        .isEqualTo(key("2026-11-20", "New York", Instant.parse("2026-11-20T23:00:00Z")));
    assertThat(byHour.keyOf(at("2026-11-21T00:00:00Z")).partition()).isEqualTo("2026-11-21");
  }

  @Test
  void hours_and_days_are_those_of_the_reporting_zone() {
    ZoneId kolkata = ZoneId.of("Asia/Kolkata");
    Sale sale = at("2026-10-31T18:45:00Z");

    assertThat(GoldProjections.revenueByCityHour(in(kolkata)).keyOf(sale))
        .isEqualTo(key("2026-11-01", "New York", Instant.parse("2026-10-31T18:30:00Z")));
    assertThat(GoldProjections.revenueByProductDay(in(kolkata)).keyOf(sale))
        .isEqualTo(key("2026-11", "Laptop", LocalDate.of(2026, 11, 1)));
  }

  @Test
  void the_ends_of_the_calendar_have_cells_in_every_zone() {
    ZoneId newYork = ZoneId.of("America/New_York");
    ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
    Sale first = laptop("0001-01-01T00:00:00Z");
    Sale last = laptop("9999-12-31T23:59:59.999999Z");

    assertThat(GoldProjections.revenueByProductDay(in(newYork)).keyOf(first))
        .isEqualTo(key("0000-12", "Laptop", LocalDate.of(0, 12, 31)));
    assertThat(GoldProjections.revenueByProductDay(in(kiritimati)).keyOf(last))
        .isEqualTo(key("+10000-01", "Laptop", LocalDate.of(10_000, 1, 1)));
    for (ZoneId zone : List.of(newYork, kiritimati, ZoneOffset.MAX, ZoneOffset.MIN)) {
      for (GoldProjection table : everyGrain(zone).toList()) {
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
    assertThat(
            GoldProjections.revenueByCityHour(in(ZoneId.of("Europe/Berlin")))
                .keyOf(at("1893-03-31T22:59:59Z")))
        .isEqualTo(key("1893-03-31", "New York", Instant.parse("1893-03-31T22:06:32Z")));
  }

  @Test
  void both_hours_of_a_clock_set_back_are_cells_of_their_own() {
    GoldProjection berlin = GoldProjections.revenueByCityHour(in(ZoneId.of("Europe/Berlin")));

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
    for (GoldProjection projection : everyGrain(zone).toList()) {
      for (Instant moment : moments) {
        GoldKey key =
            projection.keyOf(new Sale("Laptop", "Hobart", "", "USD", 1, Amount.ZERO, moment));
        TimeSpan span = projection.spanOf(key);
        assertThat(span.holds(moment))
            .as("%s, %s at %s: %s, seed %d", projection, key, moment, span, seed)
            .isTrue();
        assertThat(Duration.between(span.from(), span.to()))
            .isLessThan(LONGEST.get(projection.grain()));
        assertThat(projection.mayHave(key)).as("%s has %s", projection, key).isTrue();
        assertThat(projection.key(key.texts(), key.time())).isEqualTo(key);
      }
    }
  }

  @Test
  void a_span_is_no_longer_than_the_cell_where_no_clock_is_set_back() {
    GoldKey hour = key("2026-11-20", "Paris", Instant.parse("2026-11-20T23:00:00Z"));
    GoldKey day = key("2026-11", "Laptop", LocalDate.of(2026, 11, 20));

    assertThat(GoldProjections.revenueByCityHour(in(ZoneOffset.UTC)).spanOf(hour))
        .isEqualTo(new TimeSpan(hour.instant(), Instant.parse("2026-11-21T00:00:00Z")));
    assertThat(GoldProjections.revenueByProductDay(in(ZoneOffset.UTC)).spanOf(day))
        .isEqualTo(
            new TimeSpan(
                Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z")));
  }

  @Test
  void tables_have_names_of_their_own() {
    assertThat(GoldProjections.in(in(ZoneOffset.UTC)).map(GoldProjection::table))
        .containsExactly("revenue_by_city_hour", "revenue_by_product_day");
  }

  private static Sale at(String time) {
    return Sale.of(Orders.refined(Orders.v2().with("event_time", new Text(time))));
  }

  private static Sale laptop(String time) {
    return new Sale("Laptop", "New York", "", "USD", 1, Amount.of("1"), Instant.parse(time));
  }
}
