package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of published lake versions keeps. */
public abstract class LakeVersionsContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  private LakeVersions versions;

  /** The same, empty at first, lake at every call within one test. */
  protected abstract LakeVersions open();

  @BeforeEach
  void openIt() {
    versions = open();
  }

  @Test
  void a_new_lake_is_empty() {
    assertThat(versions.latest().isEmpty()).isTrue();
    assertThat(versions.version(1)).isEmpty();
    assertThat(versions.publishedBy(new RunId("any"))).isEmpty();
  }

  @Test
  void a_published_version_is_the_latest_for_every_reader() {
    LakeVersions reader = open();
    assertThat(reader.latest().isEmpty()).isTrue();
    LakeVersion first = publish("a", 1);

    assertThat(versions.latest()).isEqualTo(first);
    assertThat(reader.latest()).isEqualTo(first);
    assertThat(open().latest()).isEqualTo(first);
  }

  @Test
  void everything_said_in_a_version_is_read_back() {
    LakeVersion first = publish("a", 1);

    LakeVersion back = open().version(1).get();
    assertThat(back).isEqualTo(first);
    assertThat(back.publishedAt()).isEqualTo(NOON);
    assertThat(back.table(TableId.SILVER_ORDERS)).containsExactly(new TableState(4, 9));
    assertThat(back.totals()).isEqualTo(new Conservation(10, 7, 2, 1));
    assertThat(back.report().quarantinedByReason().get("city_blank")).containsExactly(2L);
  }

  @Test
  void old_versions_stay_as_they_were() {
    LakeVersion first = publish("a", 1);
    LakeVersion second = publish("b", 1);

    assertThat(versions.version(1)).containsExactly(first);
    assertThat(versions.version(2)).containsExactly(second);
    assertThat(versions.version(3)).isEmpty();
    assertThat(second.totals()).isEqualTo(new Conservation(20, 14, 4, 2));
  }

  @Test
  void the_version_a_run_published_is_found_by_the_run() {
    publish("a", 1);
    LakeVersion second = publish("b", 1);
    publish("c", 1);

    assertThat(open().publishedBy(new RunId("b"))).containsExactly(second);
    assertThat(open().publishedBy(new RunId("d"))).isEmpty();
  }

  @Test
  void a_number_that_is_taken_is_refused_and_changes_nothing() {
    LakeVersion rival = next(versions.latest(), "rival", 1);
    LakeVersion first = publish("a", 1);

    assertThat(versions.publish(rival).getLeft()).contains("1").contains("a");
    assertThat(open().latest()).isEqualTo(first);
  }

  @Test
  void a_number_beyond_the_next_is_refused() {
    LakeVersion first = publish("a", 1);
    LakeVersion third = next(next(first, "b", 1), "c", 1);

    assertThat(versions.publish(third).isLeft()).isTrue();
    assertThat(open().latest()).isEqualTo(first);
  }

  @Test
  void a_runner_of_an_earlier_epoch_is_refused() {
    publish("a", 2);
    LakeVersion late = next(versions.latest(), "b", 1);

    assertThat(versions.publish(late).getLeft()).contains("epoch 2").contains("epoch 1");
    assertThat(open().latest().number()).isEqualTo(1);
  }

  @Test
  void all_versions_are_kept_until_some_are_given_up_for_good() {
    assertThat(versions.oldestKept()).isEqualTo(1);
    publish("a", 1);
    publish("b", 1);
    LakeVersion third = publish("c", 1);
    versions.keepSince(2);
    assertThat(versions.oldestKept()).isEqualTo(2);

    versions.keepSince(3);
    versions.keepSince(1);
    assertThat(open().oldestKept()).isEqualTo(3);
    assertThat(open().latest()).isEqualTo(third);
    assertThat(open().version(1)).as("its record stays").isNotEmpty();
  }

  @Test
  void what_maintenance_did_is_read_back() {
    RunReport upkeep = RunReport.ofUpkeep(TreeMap.of("files_replaced", 9L, "files_written", 1L));
    versions.publish(versions.latest().next(new RunId("a"), 1, NOON, TreeMap.empty(), upkeep));

    assertThat(open().latest().report()).isEqualTo(upkeep);
  }

  private LakeVersion publish(String run, long epoch) {
    return versions.publish(next(versions.latest(), run, epoch)).get();
  }

  private static LakeVersion next(LakeVersion before, String run, long epoch) {
    RunReport report =
        new RunReport(
            new Conservation(10, 7, 2, 1),
            TreeMap.of("city_blank", 2L),
            TreeMap.of("time_without_zone", 3L),
            7,
            TreeMap.of("revenue_by_city_hour", 5L));
    return before.next(
        new RunId(run),
        epoch,
        NOON,
        TreeMap.of(TableId.SILVER_ORDERS, new TableState(4, 9)),
        report);
  }
}
