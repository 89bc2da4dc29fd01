package io.orderlake.application.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.gold.ShowGold.Order;
import io.orderlake.application.gold.ShowGold.Query;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.money.Amount;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowGoldTest {
  private static final ZoneId BERLIN_TIME = ZoneId.of("Europe/Berlin");
  private static final Seq<GoldProjection> TABLES = GoldProjections.in(GoldFixture.in(BERLIN_TIME));
  private static final GoldProjection CITY_HOUR = TABLES.get(0);
  private static final GoldProjection PRODUCT_DAY = TABLES.get(1);

  private static final GoldCell BERLIN_LATE = city("Berlin", "2026-11-21T22:00:00Z", "30.5");
  private static final GoldCell BERLIN_NEXT = city("Berlin", "2026-11-21T23:00:00Z", "10");
  private static final GoldCell ACCRA = city("Accra", "2026-11-21T23:00:00Z", "20");
  private static final GoldCell MORNING = city("Zürich", "2026-11-22T08:00:00Z", "10");

  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final InMemoryGoldView view = new InMemoryGoldView();
  private final ShowGold gold = new ShowGold(versions, view, TABLES, BERLIN_TIME);

  private static GoldCell city(String city, String hour, String amount) {
    Instant start = Instant.parse(hour);
    String date = start.atZone(BERLIN_TIME).toLocalDate().toString();
    return new GoldCell(GoldFixture.key(date, city, start), Figures.of(Amount.of(amount), 2, 1));
  }

  private static GoldCell product(String product, String day) {
    return new GoldCell(
        GoldFixture.key(day.substring(0, 7), product, LocalDate.parse(day)),
        Figures.of(Amount.of("1"), 1, 1));
  }

  private void publish(GoldProjection table, GoldCell... cells) {
    long version = view.commit(table, Set.of(), List.of(cells));
    LakeVersion last = versions.latest();
    versions.publish(
        last.next(
            new RunId("run-" + (last.number() + 1)),
            1,
            Instant.EPOCH,
            TreeMap.of(TableId.gold(table.table()), new TableState(version, 0)),
            RunReport.nothing()));
  }

  @BeforeEach
  void fill() {
    publish(CITY_HOUR, BERLIN_NEXT, MORNING, BERLIN_LATE, ACCRA);
  }

  private static Query everything(Order order) {
    return Query.of("revenue_by_city_hour", order, 100);
  }

  private static Query between(String table, String from, String to) {
    return new Query(
        table, HashMap.empty(), Option.of(from), Option.of(to), Order.TIME, 100, AsOf.NEWEST);
  }

  private Seq<GoldCell> cells(Query query) {
    return gold.show(query).get().cells();
  }

  @Test
  void the_earliest_cells_come_first_and_then_the_alphabet_decides() {
    assertThat(cells(everything(Order.TIME)))
        .containsExactly(BERLIN_LATE, ACCRA, BERLIN_NEXT, MORNING);
  }

  @Test
  void cells_can_be_grouped_by_their_text() {
    assertThat(cells(everything(Order.TEXT)))
        .containsExactly(ACCRA, BERLIN_LATE, BERLIN_NEXT, MORNING);
  }

  @Test
  void the_greatest_revenue_can_come_first() {
    assertThat(cells(everything(Order.REVENUE)))
        .containsExactly(BERLIN_LATE, ACCRA, BERLIN_NEXT, MORNING);
  }

  @Test
  void the_total_is_of_all_that_match_and_not_of_what_is_shown() {
    GoldPage page = gold.show(Query.of("revenue_by_city_hour", Order.TIME, 1)).get();

    assertThat(page.cells()).containsExactly(BERLIN_LATE);
    assertThat(page.matching()).isEqualTo(4);
    assertThat(page.totals().ofOne()).isEqualTo(Figures.of(Amount.of("70.50"), 8, 4));
  }

  @Test
  void a_city_is_found_in_any_case() {
    Query berlin =
        new Query(
            "revenue_by_city_hour",
            HashMap.of("city", "bErLiN"),
            Option.none(),
            Option.none(),
            Order.TIME,
            100,
            AsOf.NEWEST);

    assertThat(cells(berlin)).containsExactly(BERLIN_LATE, BERLIN_NEXT);
  }

  @Test
  void a_date_means_the_day_of_the_reporting_zone() {
    assertThat(cells(between("revenue_by_city_hour", "2026-11-22", null)))
        .containsExactly(ACCRA, BERLIN_NEXT, MORNING);
  }

  @Test
  void from_is_inclusive_and_to_is_exclusive() {
    assertThat(
            cells(between("revenue_by_city_hour", "2026-11-21T22:00:00Z", "2026-11-21T23:00:00Z")))
        .containsExactly(BERLIN_LATE);
  }

  @Test
  void tables_cut_by_date_are_asked_by_date() {
    publish(
        PRODUCT_DAY,
        product("Laptop", "2026-11-21"),
        product("Laptop", "2026-11-22"),
        product("Laptop", "2026-11-23"));

    assertThat(cells(between("revenue_by_product_day", "2026-11-22", "2026-11-23")))
        .containsExactly(product("Laptop", "2026-11-22"));
    assertThat(gold.show(between("revenue_by_product_day", "2026-11-22T10:00:00Z", null)))
        .isEqualTo(Either.left("'2026-11-22T10:00:00Z' is not a date such as 2026-11-22"));
  }

  @Test
  void what_a_table_holds_but_no_lake_version_names_is_not_shown() {
    view.commit(CITY_HOUR, Set.of(), List.of(city("Oslo", "2026-11-22T09:00:00Z", "1")));

    assertThat(cells(everything(Order.TIME))).hasSize(4);
  }

  @Test
  void an_older_lake_version_can_be_asked_for() {
    GoldCell oslo = city("Oslo", "2026-11-22T09:00:00Z", "1");
    publish(CITY_HOUR, oslo);

    Query old =
        new Query(
            "revenue_by_city_hour",
            HashMap.empty(),
            Option.none(),
            Option.none(),
            Order.TIME,
            100,
            new AsOf.Version(1));
    assertThat(cells(old)).doesNotContain(oslo).hasSize(4);
    assertThat(cells(everything(Order.TIME))).contains(oslo);
  }

  @Test
  void a_table_not_published_yet_is_empty() {
    GoldPage page = gold.show(Query.of("revenue_by_product_day", Order.TIME, 10)).get();

    assertThat(page.cells()).isEmpty();
    assertThat(page.totals().ofOne()).isEqualTo(Measures.BASIC.zero());
    assertThat(page.lake().number()).isEqualTo(1);
  }

  @Test
  void a_wrong_query_is_answered_with_what_there_is() {
    assertThat(gold.show(Query.of("revenue", Order.TIME, 10)).getLeft())
        .isEqualTo(
            "there is no Gold table 'revenue': the tables are revenue_by_city_hour,"
                + " revenue_by_product_day");
    assertThat(gold.show(between("revenue_by_city_hour", "yesterday", null)).getLeft())
        .isEqualTo(
            "'yesterday' is not a date such as 2026-11-22, an instant such as 2026-11-22T10:00:00Z,"
                + " nor a time of Europe/Berlin such as 2026-11-22 10:00");
    assertThat(gold.show(Query.of("revenue_by_city_hour", Order.TIME, -1)).getLeft())
        .isEqualTo("the limit must be 0 or more, not -1");
    Query future =
        new Query(
            "revenue_by_city_hour",
            HashMap.empty(),
            Option.none(),
            Option.none(),
            Order.TIME,
            1,
            new AsOf.Version(9));
    assertThat(gold.show(future).getLeft())
        .isEqualTo("there is no lake version 9: the newest is 1");
  }
}
