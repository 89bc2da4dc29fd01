package io.orderlake.adapters.postgres;

import static io.orderlake.application.fixture.ServedLake.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.ServedLake;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.vavr.collection.List;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Readers who compare two tables while one version after the other is published. */
class MixedVersionsTest {
  private static final GoldProjection HOURS =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  private static final GoldProjection DAYS =
      GoldProjections.revenueByProductDay(GoldFixture.in(ZoneOffset.UTC));
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final String HOUR_SUM = "(select sum(revenue) from gold.revenue_by_city_hour)";
  private static final String DAY_SUM = "(select sum(revenue) from gold.revenue_by_product_day)";
  private static final int VERSIONS = 60;

  private final PostgresAddress database = Databases.empty();
  private final ServedLake lake = new ServedLake("gold");
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();
  private final AtomicLong looks = new AtomicLong();

  private interface Look {
    /** What was found wrong; null for nothing. */
    String at(Connection connection) throws SQLException;
  }

  private void publish(PostgresGoldSink sink, Random random) {
    long amount = random.nextInt(1_000_000);
    List<Long> parts = List.range(0, 40).map(i -> (long) random.nextInt(1_000));
    lake.commit(
            HOURS,
            Set.of("2026-11-22"),
            parts.zipWithIndex((p, i) -> cell(HOURS, TEN, 1, amount + p + ".25", "city " + i)))
        .commit(
            DAYS,
            Set.of("2026-11"),
            parts
                .reverse()
                .zipWithIndex((p, i) -> cell(DAYS, DAY, 1, amount + p + ".25", "thing " + i)))
        .publish();
    var unused = sink.publish(lake.publication(HOURS, DAYS));
  }

  private static List<String> ask(Connection connection, String sql) throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      List<String> row = List.empty();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        row = row.append(String.valueOf(result.getString(i)));
      }
      return row;
    }
  }

  private static String differing(String how, List<String> sums) {
    return sums.distinct().size() == 1 ? null : how + ": " + sums.mkString(" and ");
  }

  private static String inOneStatement(Connection connection) throws SQLException {
    return differing("one statement", ask(connection, "select " + HOUR_SUM + ", " + DAY_SUM));
  }

  private static String inOneTransaction(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("begin isolation level repeatable read");
      List<String> sums =
          ask(connection, "select " + HOUR_SUM).appendAll(ask(connection, "select " + DAY_SUM));
      statement.execute("commit");
      return differing("one transaction", sums);
    }
  }

  private static String heldAtOneVersion(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set orderlake.lake_version = ''");
      String version = ask(connection, "select max(lake_version) from lake.versions").head();
      statement.execute("set orderlake.lake_version = " + version);
    }
    return differing(
        "held at one version",
        ask(connection, "select " + HOUR_SUM).appendAll(ask(connection, "select " + DAY_SUM)));
  }

  private Thread reader(Look look) {
    Thread thread =
        new Thread(
            () -> {
              try (Connection connection = database.open()) {
                while (!isOver.get()) {
                  String wrong = look.at(connection);
                  if (wrong != null) {
                    found.add(wrong);
                  }
                  looks.incrementAndGet();
                }
              } catch (SQLException e) {
                found.add(e.toString());
              }
            });
    thread.start();
    return thread;
  }

  @Test
  void no_statement_no_transaction_and_no_held_connection_ever_mixes_two() throws Exception {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Random random = new Random(seed);
    try (PostgresGoldSink sink = new PostgresGoldSink(database, Duration.ofHours(1))) {
      publish(sink, random);
      java.util.List<Thread> readers = new ArrayList<>();
      readers.add(reader(MixedVersionsTest::inOneStatement));
      readers.add(reader(MixedVersionsTest::inOneTransaction));
      readers.add(reader(MixedVersionsTest::heldAtOneVersion));
      for (int version = 2; version <= VERSIONS || looks.get() < 300; version++) {
        publish(sink, random);
      }
      isOver.set(true);
      for (Thread reader : readers) {
        reader.join();
      }
    }

    assertThat(found).as("seed %d", seed).isEmpty();
  }
}
