package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Grain;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.money.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link GoldView} promises. */
public abstract class GoldViewContract {
  protected static final GoldProjection BY_CITY_HOUR =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  protected static final GoldProjection BY_PRODUCT_DAY =
      GoldProjections.revenueByProductDay(GoldFixture.in(ZoneOffset.UTC));

  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final GoldCell BERLIN = city("2026-11-22", "Berlin", TEN, "899.99");
  private static final GoldCell PARIS = city("2026-11-22", "Paris", TEN, "0.0001");
  private static final GoldCell NEXT_DAY =
      city("2026-11-23", "Berlin", TEN.plus(1, ChronoUnit.DAYS), "12.5");

  /** A view over the tables that {@link #commit} fills. */
  protected abstract GoldView view();

  /**
   * Commits to a Gold table, which is created by its first commit.
   *
   * @param replaced partitions whose cells go
   * @param added cells that come
   * @return the table version committed
   */
  protected abstract long commit(
      GoldProjection projection, Set<String> replaced, List<GoldCell> added);

  protected static GoldCell city(String date, String city, Instant hour, String amount) {
    return new GoldCell(GoldFixture.key(date, city, hour), Figures.of(Amount.of(amount), 3, 2));
  }

  private static GoldCell product(String month, String product, LocalDate day, String amount) {
    return new GoldCell(GoldFixture.key(month, product, day), Figures.of(Amount.of(amount), 3, 2));
  }

  private List<GoldCell> cells(GoldProjection projection, long version) {
    List<GoldCell> cells = new ArrayList<>();
    view().forEach(projection, version, cells::add);
    return cells;
  }

  @Test
  protected void every_cell_is_shown_once() {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN, PARIS, NEXT_DAY));

    assertThat(cells(BY_CITY_HOUR, version)).containsExactlyInAnyOrder(BERLIN, PARIS, NEXT_DAY);
  }

  @Test
  protected void tables_cut_by_date_are_read_like_those_cut_by_instant() {
    GoldCell laptop = product("2026-11", "Laptop", LocalDate.of(2026, 11, 22), "1.25");
    GoldCell before1970 = product("1969-12", "Valve", LocalDate.of(1969, 12, 31), "7");
    long version = commit(BY_PRODUCT_DAY, Set.of(), List.of(laptop, before1970));

    assertThat(cells(BY_PRODUCT_DAY, version)).containsExactlyInAnyOrder(laptop, before1970);
  }

  @Test
  protected void a_table_has_the_measures_that_it_is_declared_with() {
    List<Measure> others = Arrays.asList(Measure.values()).subList(3, Measure.values().length);
    GoldProjection table =
        new GoldProjection(
            "all_measures",
            List.of(Dimension.CITY, Dimension.CUSTOMER),
            Grain.MONTH,
            Measures.and(others),
            GoldFixture.in(ZoneOffset.UTC));
    Sale sale = new Sale("Laptop", "Berlin", "", "USD", 2, Amount.of("1799.98"), TEN);
    GoldCell cell = new GoldCell(table.keyOf(sale), table.measures().of(sale));
    long version = commit(table, Set.of(), List.of(cell));

    assertThat(cells(table, version)).containsExactly(cell);
  }

  @Test
  protected void an_older_version_stays_what_it_was() {
    long first = commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN));
    long second = commit(BY_CITY_HOUR, Set.of(), List.of(NEXT_DAY));

    assertThat(cells(BY_CITY_HOUR, first)).containsExactly(BERLIN);
    assertThat(cells(BY_CITY_HOUR, second)).containsExactlyInAnyOrder(BERLIN, NEXT_DAY);
  }

  @Test
  protected void replaced_cells_are_gone_from_that_version_on() {
    GoldCell more = city("2026-11-22", "Berlin", TEN, "1000.0000");
    long before = commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN, PARIS, NEXT_DAY));
    long after = commit(BY_CITY_HOUR, Set.of("2026-11-22"), List.of(more, PARIS));

    assertThat(cells(BY_CITY_HOUR, after)).containsExactlyInAnyOrder(more, PARIS, NEXT_DAY);
    assertThat(cells(BY_CITY_HOUR, before)).containsExactlyInAnyOrder(BERLIN, PARIS, NEXT_DAY);
  }

  @Test
  protected void a_version_without_cells_shows_none() {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of());

    assertThat(cells(BY_CITY_HOUR, version)).isEmpty();
  }

  @Test
  protected void amounts_are_exact_to_the_last_digit() {
    BigDecimal greatest = new BigDecimal(BigInteger.TEN.pow(38).subtract(BigInteger.ONE), 4);
    GoldCell much = city("2026-11-22", "Berlin", TEN, greatest.toPlainString());
    GoldCell less = city("2026-11-22", "Paris", TEN, greatest.negate().toPlainString());
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(much, less));

    assertThat(cells(BY_CITY_HOUR, version)).containsExactlyInAnyOrder(much, less);
  }

  @Test
  protected void text_and_partitions_come_back_as_they_went_in() {
    GoldCell odd = city("a/b c=%2F:ü", "São Paulo \"東京\" 🚀", TEN, "1");
    GoldCell early = city("1969", "Ålesund", Instant.parse("1969-07-20T20:17:40.123456Z"), "1");
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(odd, early));

    assertThat(cells(BY_CITY_HOUR, version)).containsExactlyInAnyOrder(odd, early);
  }

  @Test
  protected void many_commits_read_like_one() {
    long seed = 20261122;
    Random random = new Random(seed);
    List<GoldCell> all = new ArrayList<>();
    long version = -1;
    for (int commit = 0; commit < 12; commit++) {
      List<GoldCell> added = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        String amount = new BigDecimal(new BigInteger(60, random), 4).toPlainString();
        String date = "2026-11-" + (10 + random.nextInt(5));
        added.add(city(date, "city " + commit + "-" + i, TEN, amount));
      }
      all.addAll(added);
      version = commit(BY_CITY_HOUR, Set.of(), added);
    }

    assertThat(cells(BY_CITY_HOUR, version))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  protected void a_table_that_is_not_there_is_named() {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> cells(BY_PRODUCT_DAY, 0))
        .withMessageContaining("gold/revenue_by_product_day")
        .matches(failure -> !failure.retryable());
  }

  @Test
  protected void a_version_that_is_not_there_is_named() {
    commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> cells(BY_CITY_HOUR, 73))
        .withMessageContaining("gold/revenue_by_city_hour")
        .withMessageContaining("73")
        .matches(failure -> !failure.retryable());
  }

  @Test
  protected void what_the_consumer_throws_reaches_the_caller_as_it_is() {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN));
    IllegalStateException mine = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                view()
                    .forEach(
                        BY_CITY_HOUR,
                        version,
                        cell -> {
                          throw mine;
                        }))
        .isSameAs(mine);
  }
}
