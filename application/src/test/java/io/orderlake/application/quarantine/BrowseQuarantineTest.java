package io.orderlake.application.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.quarantine.BrowseQuarantine.Query;
import io.orderlake.application.quarantine.BrowseQuarantine.Steps;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.application.twin.InMemoryLakeLookup;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemorySilverView;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrowseQuarantineTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:30Z");
  private static final Steps DAY = new Steps(1, 24);

  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final InMemoryQuarantineView view = new InMemoryQuarantineView();
  private final BrowseQuarantine quarantine =
      new BrowseQuarantine(
          versions,
          view,
          new InMemoryLakeLookup(
              new InMemoryBronzeView(), new InMemorySilverView(), view, new InMemoryGoldView()));

  private static QuarantinedRecord held(long offset, Duration ago, String... codes) {
    BronzeRecord record =
        new BronzeRecord(
            new BronzeOrder(offset / 3, new SourcePosition("orders", 0, offset)),
            NOON.minus(ago),
            TimestampType.CREATE_TIME,
            new BronzeRecord.Content(null, new byte[] {1}, List.of()));
    return new QuarantinedRecord(
        record,
        Stream.of(codes).map(code -> new QuarantineReason(code, "", code)).toList(),
        "rules-1");
  }

  private void publish(QuarantinedRecord... records) {
    publish(view.append(List.of(records)));
  }

  private void publish(long version) {
    versions.publish(
        versions
            .latest()
            .next(
                new RunId("run"),
                1,
                NOON,
                TreeMap.of(TableId.QUARANTINE, new TableState(version, 0)),
                RunReport.nothing()));
  }

  private QuarantineTrend trend(Steps steps) {
    return quarantine.trend(AsOf.NEWEST, steps).get();
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }

  @Test
  void records_are_counted_by_reason_and_hour_the_most_frequent_reason_first() {
    publish(
        held(0, hours(0), "city_blank"),
        held(1, hours(1), "undecodable", "city_blank"),
        held(2, hours(23), "city_blank"),
        held(3, hours(24), "city_blank"));

    QuarantineTrend trend = trend(DAY);

    assertThat(trend.records()).isEqualTo(4);
    assertThat(trend.starts()).hasSize(24);
    assertThat(trend.starts().head()).isEqualTo(Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(trend.starts().last()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(trend.reasons().map(ReasonTrend::code)).containsExactly("city_blank", "undecodable");
    ReasonTrend blank = trend.reasons().head();
    assertThat(blank.held()).isEqualTo(4);
    assertThat(blank.counts().head()).isEqualTo(1);
    assertThat(blank.counts().takeRight(2)).containsExactly(1L, 1L);
    assertThat(blank.earlier()).isEqualTo(1);
  }

  @Test
  void steps_of_several_hours_hold_what_their_hours_hold() {
    publish(held(0, hours(0), "a"), held(1, hours(5), "a"), held(2, hours(6), "a"));

    assertThat(trend(new Steps(6, 4)).reasons().head().counts()).containsExactly(0L, 0L, 1L, 2L);
  }

  @Test
  void a_reason_that_there_was_not_before_the_last_day_is_new() {
    publish(
        held(0, hours(25), "old", "released_once"),
        held(1, hours(2), "old", "new"),
        held(2, hours(3), "released_once"));
    publish(
        view.release(
            List.of(new ReleasedRecord(held(0, hours(25), "old", "released_once"), "rules-2"))));

    assertThat(trend(DAY).reasons().filter(ReasonTrend::isNew).map(ReasonTrend::code))
        .containsExactly("new");
    assertThat(trend(DAY).reasons().find(reason -> reason.code().equals("old")).get().first())
        .isEqualTo(NOON.minus(hours(25)));
  }

  @Test
  void what_was_released_counts_no_more() {
    publish(held(0, hours(1), "a"), held(1, hours(1), "b"));
    publish(view.release(List.of(new ReleasedRecord(held(0, hours(1), "a"), "rules-2"))));

    assertThat(trend(DAY).reasons().map(ReasonTrend::code)).containsExactly("b");
    assertThat(trend(DAY).records()).isEqualTo(1);
    assertThat(page(Option.none(), 0, 10)).containsExactly(held(1, hours(1), "b"));
    assertThat(page(Option.some("a"), 0, 10)).isEmpty();
  }

  @Test
  void times_that_no_clock_shows_are_counted_too() {
    publish(held(0, hours(-100_000), "a"), held(1, hours(100_000), "a"));

    ReasonTrend reason = trend(DAY).reasons().head();

    assertThat(reason.counts().last()).isEqualTo(1);
    assertThat(reason.earlier()).isEqualTo(1);
  }

  private Seq<QuarantinedRecord> page(Option<String> reason, int skip, int limit) {
    return quarantine.page(new Query(reason, skip, limit, AsOf.NEWEST)).get().newest();
  }

  @Test
  void records_of_a_reason_are_turned_to_page_by_page_the_newest_first() {
    QuarantinedRecord first = held(0, hours(1), "a");
    QuarantinedRecord second = held(1, hours(1), "a", "b");
    QuarantinedRecord third = held(2, hours(1), "b");
    QuarantinedRecord fourth = held(3, hours(1), "a");
    publish(third, first, fourth, second);

    assertThat(page(Option.some("a"), 0, 2)).containsExactly(fourth, second);
    assertThat(page(Option.some("a"), 2, 2)).containsExactly(first);
    assertThat(page(Option.none(), 1, 2)).containsExactly(third, second);
    QuarantinePage page = quarantine.page(new Query(Option.some("b"), 0, 1, AsOf.NEWEST)).get();
    assertThat(page.matching()).isEqualTo(2);
    assertThat(page.records()).isEqualTo(4);
    assertThat(page.byReason()).isEqualTo(TreeMap.of("a", 3L, "b", 2L));
  }

  @Test
  void a_page_says_the_same_as_showing_the_quarantine_does() {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Random random = new Random(seed);
    List<QuarantinedRecord> records = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      records.add(held(i, hours(random.nextInt(50)), "r" + random.nextInt(4), "all"));
    }
    publish(records.toArray(QuarantinedRecord[]::new));
    publish(
        view.release(
            records.stream()
                .filter(record -> random.nextInt(4) == 0)
                .map(record -> new ReleasedRecord(record, "rules-2"))
                .toList()));

    for (Option<String> reason : List.of(Option.<String>none(), Option.some("r1"))) {
      assertThat(quarantine.page(new Query(reason, 0, 20, AsOf.NEWEST)).get())
          .as("seed %s", seed)
          .isEqualTo(
              new ShowQuarantine(versions, view)
                  .show(new ShowQuarantine.Query(reason, 20, AsOf.NEWEST))
                  .get());
    }
  }

  @Test
  void an_older_version_is_shown_as_it_was() {
    publish(held(0, hours(1), "a"));
    publish(held(1, hours(1), "b"));

    assertThat(trend(DAY).reasons()).hasSize(2);
    assertThat(quarantine.trend(new AsOf.Version(1), DAY).get().reasons()).hasSize(1);
    assertThat(quarantine.page(new Query(Option.none(), 0, 9, new AsOf.Version(1))).get().newest())
        .containsExactly(held(0, hours(1), "a"));
  }

  @Test
  void before_anything_is_published_nothing_is_quarantined() {
    assertThat(trend(DAY).reasons()).isEmpty();
    assertThat(page(Option.none(), 0, 10)).isEmpty();
  }

  @Test
  void it_says_whether_a_version_was_read_already() {
    assertThat(quarantine.isRead(AsOf.NEWEST)).isTrue(); // there is no table
    publish(held(0, hours(1), "a"));

    assertThat(quarantine.isRead(AsOf.NEWEST)).isFalse();
    assertThat(trend(DAY).records()).isEqualTo(1);
    assertThat(quarantine.isRead(AsOf.NEWEST)).isTrue();
    publish(held(1, hours(1), "a"));
    assertThat(quarantine.isRead(AsOf.NEWEST)).isFalse();
  }

  @Test
  void how_far_one_can_turn_is_bounded() {
    assertThat(
            quarantine
                .page(new Query(Option.none(), BrowseQuarantine.REACH, 1, AsOf.NEWEST))
                .getLeft())
        .startsWith("no more than the newest 1000 records");
    assertThat(quarantine.page(new Query(Option.none(), -1, 1, AsOf.NEWEST)).getLeft())
        .isEqualTo("what is left out and what is shown must be 0 or more, not -1 and 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Steps(24, 32));
  }
}
