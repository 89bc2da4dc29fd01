package io.orderlake.application.contract;

import static io.orderlake.application.fixture.ServedLake.cell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.ServedLake;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn.Kind;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.Publication;
import io.orderlake.domain.serve.Served;
import io.orderlake.domain.serve.TableContent;
import io.vavr.collection.List;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What every {@link GoldSink} promises. */
public abstract class GoldSinkContract {
  protected static final GoldProjection HOURS =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  protected static final GoldProjection DAYS =
      GoldProjections.revenueByProductDay(GoldFixture.in(ZoneOffset.UTC));

  protected static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  protected static final GoldCell BERLIN = cell(HOURS, TEN, 2, "899.99", "Berlin");
  protected static final GoldCell PARIS = cell(HOURS, TEN, 1, "0.0001", "Paris");
  protected static final GoldCell TOMORROW =
      cell(HOURS, TEN.plus(1, ChronoUnit.DAYS), 1, "12.5", "Berlin");
  protected static final GoldCell LAPTOP = cell(DAYS, DAY, 3, "900", "Laptop");

  protected final ServedLake lake = new ServedLake("gold");

  /** The same sink at every call, empty at first, as another process would open it. */
  protected abstract GoldSink sink();

  /** What a reader finds in a table. */
  protected final java.util.List<GoldCell> held(GoldProjection table) {
    try (GoldSink.Reading reading = sink().open().get()) {
      return read(reading, table);
    }
  }

  private static java.util.List<GoldCell> read(GoldSink.Reading reading, GoldProjection table) {
    java.util.List<GoldCell> cells = new ArrayList<>();
    reading.partitions(table).forEach(p -> reading.forEach(table, p, cells::add));
    return cells;
  }

  private void publishTwoTables() {
    lake.commit(HOURS, Set.of(), List.of(BERLIN, PARIS, TOMORROW))
        .commit(DAYS, Set.of(), List.of(LAPTOP))
        .publish();
    sink().publish(lake.publication(HOURS, DAYS));
  }

  @Test
  protected void where_nothing_was_published_nothing_is_held() {
    assertThat(sink().served()).isEmpty();
    assertThat(sink().open()).isEmpty();
    assertThat(sink().forget(List.of("revenue_by_city_hour"))).isEmpty();
  }

  @Test
  protected void what_was_published_is_held_cell_by_cell() {
    publishTwoTables();

    assertThat(sink().served()).contains(lake.publication().served());
    assertThat(held(HOURS)).containsExactlyInAnyOrder(BERLIN, PARIS, TOMORROW);
    assertThat(held(DAYS)).containsExactly(LAPTOP);
    try (GoldSink.Reading reading = sink().open().get()) {
      assertThat(reading.served().is(lake.origin(), lake.newest())).isTrue();
      assertThat(reading.tables()).containsExactly(HOURS.table(), DAYS.table());
      assertThat(reading.partitions(HOURS)).containsExactly("2026-11-22", "2026-11-23");
    }
  }

  @Test
  protected void only_partitions_that_have_changed_are_asked_for() {
    publishTwoTables();
    assertThat(lake.asked())
        .containsExactlyInAnyOrder(
            "revenue_by_city_hour/2026-11-22",
            "revenue_by_city_hour/2026-11-23",
            "revenue_by_product_day/2026-11");
    GoldCell more = cell(HOURS, TEN, 4, "1799.98", "Berlin");
    lake.commit(HOURS, Set.of("2026-11-22"), List.of(more)).publish();
    sink().publish(lake.publication(HOURS, DAYS));

    assertThat(lake.asked()).containsExactly("revenue_by_city_hour/2026-11-22");
    assertThat(held(HOURS)).containsExactlyInAnyOrder(more, TOMORROW);
    assertThat(held(DAYS)).containsExactly(LAPTOP);
  }

  @Test
  protected void versions_may_be_left_out_and_gone_partitions_go() {
    publishTwoTables();
    lake.commit(HOURS, Set.of("2026-11-23"), List.of(PARIS)).publish();
    lake.commit(HOURS, Set.of("2026-11-22"), List.empty()).publish();
    lake.commit(HOURS, Set.of(), List.of(BERLIN)).publish();
    sink().publish(lake.publication(HOURS, DAYS));

    assertThat(sink().served().get().version()).isEqualTo(4);
    assertThat(held(HOURS)).containsExactly(BERLIN);
  }

  @Test
  protected void a_version_that_is_held_or_older_changes_nothing() {
    publishTwoTables();
    Publication first = lake.publication(HOURS, DAYS);
    lake.commit(HOURS, Set.of("2026-11-22"), List.empty()).publish();
    Served second = sink().publish(lake.publication(HOURS, DAYS));
    boolean unused = lake.asked().isEmpty();

    assertThat(sink().publish(first)).isEqualTo(second);
    assertThat(sink().publish(lake.publication(HOURS, DAYS))).isEqualTo(second);
    assertThat(lake.asked()).isEmpty();
    assertThat(held(HOURS)).containsExactly(TOMORROW);
  }

  @Test
  protected void a_table_that_cannot_be_read_leaves_all_tables_as_they_were() {
    publishTwoTables();
    Served before = sink().served().get();
    lake.commit(HOURS, Set.of("2026-11-22"), List.empty())
        .commit(DAYS, Set.of("2026-11"), List.of(cell(DAYS, DAY, 1, "1", "Cup")))
        .publish();
    Publication whole = lake.publication(HOURS, DAYS);
    LakeFailure broken = LakeFailure.lasting("a file is damaged");
    TableContent days = whole.tables().get(1);
    TableContent.Cells breaking =
        (partitions, consumer) -> {
          consumer.accept(cell(DAYS, DAY, 1, "1", "Cup"));
          throw broken;
        };
    Publication halfRead =
        new Publication(
            whole.origin(),
            whole.lake(),
            whole
                .tables()
                .update(1, new TableContent(days.projection(), days.partitions(), breaking)),
            whole.at());

    assertThatThrownBy(() -> sink().publish(halfRead)).isSameAs(broken);
    assertThat(sink().served()).contains(before);
    assertThat(held(HOURS)).containsExactlyInAnyOrder(BERLIN, PARIS, TOMORROW);
    assertThat(held(DAYS)).containsExactly(LAPTOP);

    sink().publish(whole);
    assertThat(held(HOURS)).containsExactly(TOMORROW);
  }

  @Test
  protected void a_sink_that_serves_another_lake_is_left_alone() {
    publishTwoTables();
    ServedLake other = new ServedLake("another");
    other.commit(HOURS, Set.of(), List.empty()).publish();
    other.publish();

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> sink().publish(other.publication(HOURS)))
        .withMessageContaining(lake.origin().toString())
        .withMessageContaining(other.origin().toString())
        .matches(failure -> !failure.retryable());
    assertThat(sink().served()).contains(lake.publication().served());
    assertThat(held(HOURS)).hasSize(3);
  }

  @Test
  protected void whoever_reads_stays_at_one_version_of_all_tables() {
    publishTwoTables();
    try (GoldSink.Reading reading = sink().open().get()) {
      assertThat(reading.partitions(HOURS)).hasSize(2);
      lake.commit(HOURS, Set.of("2026-11-22", "2026-11-23"), List.empty())
          .commit(DAYS, Set.of("2026-11"), List.empty())
          .publish();
      sink().publish(lake.publication(HOURS, DAYS));

      assertThat(read(reading, HOURS)).containsExactlyInAnyOrder(BERLIN, PARIS, TOMORROW);
      assertThat(read(reading, DAYS)).containsExactly(LAPTOP);
      assertThat(reading.served().version()).isEqualTo(1);
    }
    assertThat(held(HOURS)).isEmpty();
    assertThat(held(DAYS)).isEmpty();
  }

  @Test
  protected void a_table_comes_when_it_is_declared_and_stays_when_it_is_no_more() {
    publishTwoTables();
    GoldProjection weeks = GoldFixture.tables(ZoneOffset.UTC).get(3);
    GoldCell week = cell(weeks, LocalDate.of(2026, 11, 16), 1, "5", "Rome");
    lake.commit(weeks, Set.of(), List.of(week)).publish();
    sink().publish(lake.publication(HOURS, weeks));

    assertThat(held(weeks)).containsExactly(week);
    assertThat(held(DAYS)).containsExactly(LAPTOP);
    try (GoldSink.Reading reading = sink().open().get()) {
      assertThat(reading.tables()).containsExactly(HOURS.table(), weeks.table());
    }
    GoldCell cup = cell(DAYS, DAY, 1, "1", "Cup");
    lake.commit(DAYS, Set.of("2026-11"), List.of(cup)).publish();
    sink().publish(lake.publication(HOURS, DAYS, weeks));

    assertThat(held(DAYS)).containsExactly(cup);
  }

  @Test
  protected void a_table_is_forgotten_when_that_is_asked_and_it_is_declared_no_more() {
    publishTwoTables();
    lake.publish();
    sink().publish(lake.publication(HOURS));

    assertThat(sink().forget(List.of(HOURS.table(), DAYS.table(), "no_table")))
        .containsExactly(DAYS.table());
    assertThat(held(HOURS)).hasSize(3);
    lake.publish();
    sink().publish(lake.publication(HOURS, DAYS));
    assertThat(held(DAYS)).containsExactly(LAPTOP);
  }

  @Test
  protected void a_table_that_is_declared_otherwise_is_filled_anew() {
    publishTwoTables();
    GoldProjection withLargest =
        new GoldProjection(
            HOURS.table(),
            HOURS.dimensions(),
            HOURS.grain(),
            Measures.and(java.util.List.of(Measure.LARGEST)),
            HOURS.lake());
    GoldCell one = cell(withLargest, TEN, 2, "899.99", "Berlin");
    lake.commit(withLargest, Set.of("2026-11-22", "2026-11-23"), List.of(one)).publish();
    sink().publish(lake.publication(withLargest, DAYS));

    assertThat(held(withLargest)).containsExactly(one);
    lake.commit(HOURS, Set.of("2026-11-22"), List.of(PARIS)).publish();
    sink().publish(lake.publication(HOURS, DAYS));

    assertThat(held(HOURS)).containsExactly(PARIS);
    assertThat(held(DAYS)).containsExactly(LAPTOP);
  }

  @Test
  protected void amounts_texts_and_times_come_back_as_they_went_in() {
    BigDecimal most = new BigDecimal(BigInteger.TEN.pow(38).subtract(BigInteger.ONE), 4);
    List<GoldCell> cells =
        List.of(
            cell(HOURS, TEN, Long.MAX_VALUE, most.toPlainString(), "São Paulo \"東京\" 🚀"),
            cell(HOURS, TEN, Long.MIN_VALUE, most.negate().toPlainString(), "a\tb\\N\r\n'\\"),
            cell(HOURS, TEN, 0, "0", ""),
            cell(HOURS, TEN, 0, "0.0100", "x".repeat(20_000)),
            cell(HOURS, TEN, 0, "-10000.0001", "NULL"),
            cell(HOURS, Instant.parse("1969-07-20T20:00:00Z"), 1, "1234567890123.4567", "Ålesund"),
            cell(HOURS, Instant.parse("0001-01-01T00:00:00Z"), 1, "100000000", "Roma"),
            cell(HOURS, Instant.parse("9999-12-31T23:00:00Z"), 1, "-0.0001", "Roma"));
    lake.commit(HOURS, Set.of(), cells).publish();
    sink().publish(lake.publication(HOURS));

    assertThat(held(HOURS)).containsExactlyInAnyOrderElementsOf(cells);
  }

  @Test
  protected void any_sequence_of_versions_leaves_what_the_last_one_has() {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Random random = new Random(seed);
    List<GoldProjection> tables = GoldFixture.tables(ZoneOffset.UTC).take(4);
    for (int version = 1; version <= 12; version++) {
      for (GoldProjection table : tables) {
        Set<String> replaced =
            random.nextBoolean() ? Set.of("2026-11-1" + random.nextInt(4), "2026") : Set.of();
        lake.commit(table, replaced, some(table, random, version));
      }
      lake.publish();
      if (random.nextInt(3) > 0 || version == 12) {
        sink().publish(lake.publication(tables.toJavaArray(GoldProjection[]::new)));
      }
    }
    for (GoldProjection table : tables) {
      assertThat(held(table))
          .as("seed %d, %s", seed, table.table())
          .containsExactlyInAnyOrderElementsOf(lake.cells(table))
          .isNotEmpty();
    }
  }

  private static List<GoldCell> some(GoldProjection table, Random random, int version) {
    return List.range(0, random.nextInt(6))
        .map(
            i -> {
              LocalDate day = LocalDate.of(2026, 11, 10 + random.nextInt(4));
              Instant hour = day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC);
              String[] texts = new String[table.dimensions().size() - 1];
              Arrays.fill(texts, "text " + version + "-" + i);
              return cell(
                  table,
                  table.time().kind() == Kind.INSTANT ? hour : table.startOf(hour),
                  random.nextInt(100),
                  new BigDecimal(new BigInteger(50, random), 4).toPlainString(),
                  texts);
            });
  }

  @Test
  protected void of_several_who_publish_at_once_the_newest_version_is_left()
      throws InterruptedException {
    java.util.List<LakeVersion> versions = new ArrayList<>();
    for (int version = 1; version <= 12; version++) {
      GoldCell cell = cell(HOURS, TEN, version, version + ".5", "Berlin");
      lake.commit(HOURS, Set.of("2026-11-22"), List.of(cell));
      lake.commit(DAYS, Set.of("2026-11"), List.of(cell(DAYS, DAY, version, "1", "Cup")));
      versions.add(lake.publish());
    }
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    java.util.List<Thread> servers = new ArrayList<>();
    for (int server = 0; server < 2; server++) {
      GoldSink own = sink();
      int offset = server;
      Thread thread =
          new Thread(
              () -> {
                for (int i = offset; i < versions.size(); i++) {
                  var unused = own.publish(lake.publication(versions.get(i), HOURS, DAYS));
                }
              });
      thread.setUncaughtExceptionHandler((dead, why) -> failures.add(why));
      servers.add(thread);
      thread.start();
    }
    for (Thread thread : servers) {
      thread.join();
    }

    assertThat(failures).isEmpty();
    assertThat(sink().served().get().version()).isEqualTo(12);
    assertThat(held(HOURS)).containsExactlyElementsOf(lake.cells(HOURS));
    assertThat(held(DAYS)).containsExactlyElementsOf(lake.cells(DAYS));
  }
}
