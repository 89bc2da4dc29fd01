package io.orderlake.adapters.postgres;

import static io.orderlake.application.fixture.ServedLake.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.ServedLake;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.serve.GoldSink;
import io.vavr.collection.List;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is said last before whoever serves is killed, PostgreSQL has one version whole. */
class KilledPublicationTest {
  private static final GoldProjection HOURS =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  private static final GoldProjection DAYS =
      GoldProjections.revenueByProductDay(GoldFixture.in(ZoneOffset.UTC));
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  private final PostgresAddress database = Databases.empty();
  private final ServedLake lake = new ServedLake("gold");

  private void publishNext() {
    int number = (int) lake.newest().number() + 1;
    List<GoldCell> hours =
        List.range(0, 200).map(i -> cell(HOURS, TEN, number, number + ".5", "a city " + i));
    lake.commit(HOURS, Set.of("2026-11-22"), hours)
        .commit(
            DAYS,
            Set.of("2026-11"),
            List.of(cell(DAYS, LocalDate.of(2026, 11, 22), number, "1", "Cup " + number)))
        .publish();
  }

  private java.util.List<GoldCell> held(GoldSink.Reading reading, GoldProjection table) {
    java.util.List<GoldCell> cells = new ArrayList<>();
    reading.partitions(table).forEach(p -> reading.forEach(table, p, cells::add));
    return cells;
  }

  private PostgresAddress through(CutConnection cut) {
    String url = database.toString().replaceFirst(":\\d+/", ":" + cut.port() + "/");
    return PostgresAddress.of(
            url + "?gssEncMode=disable", "orderlake", Databases.cluster().password())
        .get();
  }

  private void holdsOneVersionWhole(long before) {
    java.util.List<GoldCell> hours = new ArrayList<>();
    try (PostgresGoldSink sink = new PostgresGoldSink(database, Duration.ofHours(1))) {
      var reading = sink.open();
      if (before == 0 && reading.isEmpty()) {
        return;
      }
      try (var open = reading.get()) {
        long version = open.served().version();
        assertThat(version).isBetween(before, before + 1);
        hours.addAll(held(open, HOURS));
        assertThat(hours).hasSize(200).allMatch(cell -> cell.figures().units() == version);
        assertThat(held(open, DAYS))
            .hasSize(1)
            .allMatch(cell -> cell.key().texts().get(0).equals("Cup " + version));
      }
    }
  }

  @Test
  void one_version_is_there_whole_whatever_was_said_last() throws IOException {
    int port = Databases.cluster().port();
    boolean wasCut = true;
    int pieces = 1;
    for (; wasCut; pieces++) {
      long before = lake.newest().number();
      publishNext();
      try (CutConnection cut = new CutConnection(port, pieces);
          PostgresGoldSink killed = new PostgresGoldSink(through(cut), Duration.ofHours(1))) {
        try {
          var unused = killed.publish(lake.publication(HOURS, DAYS));
        } catch (LakeFailure e) {
          // Half of a password is a wrong one.
          assertThat(e.retryable() || e.failureCause() == FailureCause.DENIED)
              .as(e.getMessage())
              .isTrue();
        }
        wasCut = cut.isCut();
      }
      holdsOneVersionWhole(before);
      try (PostgresGoldSink again = new PostgresGoldSink(database, Duration.ofHours(1))) {
        var unused = again.publish(lake.publication(HOURS, DAYS));
      }
      holdsOneVersionWhole(before + 1);
    }
    assertThat(pieces).as("a publication says more than a few things").isGreaterThan(20);
  }
}
