package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.money.Amount;
import io.vavr.collection.SortedMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link GoldPartitions} promises. */
public abstract class GoldPartitionsContract {
  protected static final GoldProjection BY_CITY_HOUR =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));

  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final GoldCell BERLIN = city("2026-11-22", "Berlin", TEN, "899.99");
  private static final GoldCell PARIS = city("2026-11-22", "Paris", TEN, "0.0001");
  private static final GoldCell NEXT_DAY =
      city("2026-11-23", "Berlin", TEN.plus(1, ChronoUnit.DAYS), "12.5");

  protected abstract GoldPartitions partitions();

  /** Commits as {@link GoldViewContract#commit} does. */
  protected abstract long commit(
      GoldProjection projection, Set<String> replaced, List<GoldCell> added);

  private static GoldCell city(String date, String city, Instant hour, String amount) {
    return new GoldCell(GoldFixture.key(date, city, hour), Figures.of(Amount.of(amount), 3, 2));
  }

  private SortedMap<String, String> contents(long version) {
    return partitions().contents(BY_CITY_HOUR, version);
  }

  private List<GoldCell> cells(long version, String... asked) {
    List<GoldCell> cells = new ArrayList<>();
    partitions().forEach(BY_CITY_HOUR, version, Set.of(asked), cells::add);
    return cells;
  }

  @Test
  protected void each_partition_that_has_a_cell_is_told() {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN, PARIS, NEXT_DAY));

    assertThat(contents(version).keySet()).containsExactly("2026-11-22", "2026-11-23");
  }

  @Test
  protected void a_partition_whose_cells_stay_is_the_same_and_one_that_gets_others_is_not() {
    long before = commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN, NEXT_DAY));
    long after = commit(BY_CITY_HOUR, Set.of("2026-11-22"), List.of(PARIS));

    assertThat(contents(after).get("2026-11-23")).isEqualTo(contents(before).get("2026-11-23"));
    assertThat(contents(after).get("2026-11-22")).isNotEqualTo(contents(before).get("2026-11-22"));
    assertThat(contents(before)).isEqualTo(contents(before));
  }

  @Test
  protected void cells_are_added_to_a_partition_without_going_unseen() {
    long before = commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN));
    long after = commit(BY_CITY_HOUR, Set.of(), List.of(PARIS));

    assertThat(contents(after).get("2026-11-22")).isNotEqualTo(contents(before).get("2026-11-22"));
  }

  @Test
  protected void a_partition_that_is_gone_is_told_no_more() {
    commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN, NEXT_DAY));
    long after = commit(BY_CITY_HOUR, Set.of("2026-11-22"), List.of());

    assertThat(contents(after).keySet()).containsExactly("2026-11-23");
  }

  @Test
  protected void the_cells_of_the_partitions_that_are_asked_for_are_shown_once() {
    commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN, NEXT_DAY));
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(PARIS));

    assertThat(cells(version, "2026-11-22")).containsExactlyInAnyOrder(BERLIN, PARIS);
    assertThat(cells(version, "2026-11-22", "2026-11-23"))
        .containsExactlyInAnyOrder(BERLIN, PARIS, NEXT_DAY);
    assertThat(cells(version, "1999-01-01")).isEmpty();
    assertThat(cells(version)).isEmpty();
  }

  @Test
  protected void partitions_of_any_text_come_back_as_they_went_in() {
    GoldCell odd = city("a/b c=%2F:ü", "São Paulo", TEN, "1");
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(odd, BERLIN));

    assertThat(contents(version).keySet()).contains("a/b c=%2F:ü");
    assertThat(cells(version, "a/b c=%2F:ü")).containsExactly(odd);
  }

  @Test
  protected void a_version_that_is_not_there_is_named() {
    commit(BY_CITY_HOUR, Set.of(), List.of(BERLIN));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> contents(73))
        .withMessageContaining("gold/revenue_by_city_hour")
        .withMessageContaining("73")
        .matches(failure -> !failure.retryable());
  }
}
