package io.orderlake.adapters.objectstore.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.adapters.objectstore.server.FaultProxy.Treatment;
import io.orderlake.application.contract.LakeVersionsContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectLakeVersionsTest extends LakeVersionsContract {
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected LakeVersions open() {
    return new ObjectLakeVersions(S3.place());
  }

  @Test
  void a_flipped_digit_is_named_with_its_place() {
    publish(40);
    ControlPlace versions = S3.place().below("runs/lake-versions");
    String name = Numbered.name(40, ".json");
    String text = new String(versions.get(name).get(), UTF_8);
    versions.put(name, text.replace("\"read\" : 10", "\"read\" : 11").getBytes(UTF_8));

    assertThatThrownBy(() -> open().latest())
        .isInstanceOf(LakeFailure.class)
        .hasMessageContainingAll(versions.shown(name), "checksum");
  }

  @Test
  void the_newest_is_found_whatever_the_hint_says() {
    publish(40);
    ControlPlace versions = S3.place().below("runs/lake-versions");
    assertThat(versions.get("_latest").map(b -> new String(b, UTF_8))).contains("32\n");
    assertThat(open().latest().number()).isEqualTo(40);

    for (String hint :
        new String[] {"1", "39", "40", "41", "9999", "-3", "", "damage", "9".repeat(30)}) {
      versions.put("_latest", hint.getBytes(UTF_8));
      assertThat(open().latest().number()).as(hint).isEqualTo(40);
    }
    versions.delete("_latest");
    assertThat(open().latest().number()).isEqualTo(40);
  }

  @Test
  void looking_again_costs_one_request_and_catching_up_few() {
    publish(40);
    LakeVersions reader = open();
    reader.latest();
    S3.proxy().counted();
    reader.latest();
    assertThat(S3.proxy().counted()).containsOnlyKeys("GET").containsEntry("GET", 1);

    publish(40);
    S3.proxy().counted();
    assertThat(reader.latest().number()).isEqualTo(80);
    assertThat(S3.proxy().counted().get("GET")).isLessThanOrEqualTo(12);
  }

  @Test
  void a_version_missing_among_the_others_is_named() {
    publish(3);
    S3.place().below("runs/lake-versions").delete(Numbered.name(2, ".json"));

    assertThatThrownBy(() -> open().version(2)).hasMessageContaining("missing");
    assertThatThrownBy(() -> open().publishedBy(new RunId("run-1")))
        .hasMessageContaining("missing");
  }

  @Test
  void a_version_whose_answer_is_lost_was_published_and_one_that_was_refused_was_not() {
    LakeVersions versions = open();
    LakeVersions rival = open();
    LakeVersion first = next(versions.latest(), "a", 1);
    LakeVersion other = next(rival.latest(), "b", 1);
    S3.proxy().treat(r -> r.isConditional() ? lostOnce() : new Treatment.Passed());
    assertThat(versions.publish(first)).isEqualTo(Either.right(first));

    S3.proxy().treat(r -> r.isConditional() ? lostOnce() : new Treatment.Passed());
    assertThat(rival.publish(other).getLeft()).contains("run a");
    assertThat(open().latest()).isEqualTo(first);
  }

  @Test
  void of_many_who_publish_one_number_at_once_one_succeeds() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> publishers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        LakeVersions versions = open();
        LakeVersion mine = next(versions.latest(), "rival-" + i, 1);
        publishers.add(() -> versions.publish(mine).isRight());
      }
      int published = 0;
      for (Future<Boolean> each : many.invokeAll(publishers)) {
        published += each.get() ? 1 : 0;
      }
      assertThat(published).isOne();
      assertThat(open().latest().number()).isOne();
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void behind_the_barrier_of_a_later_epoch_an_earlier_one_publishes_no_more() {
    publish(2);
    LakeVersions sleeper = open();
    LakeVersion prepared = next(sleeper.latest(), "slept", 1);
    new EpochBarrier(open(), InstantSource.fixed(Runs.NOON)).accept(2);

    assertThat(sleeper.publish(prepared).getLeft()).contains("takeover.epoch-2");
    assertThat(sleeper.publish(next(sleeper.latest(), "slept", 1)).getLeft()).contains("epoch 2");
    LakeVersion barrier = open().latest();
    assertThat(barrier.number()).isEqualTo(3);
    assertThat(barrier.tables()).isEqualTo(open().version(2).get().tables());
    assertThat(barrier.totals()).isEqualTo(open().version(2).get().totals());
  }

  @Test
  void a_barrier_goes_behind_what_an_earlier_epoch_published_meanwhile() {
    LakeVersions late = open();
    assertThat(late.latest().isEmpty()).isTrue();
    publish(3);
    new EpochBarrier(late, InstantSource.fixed(Runs.NOON)).accept(2);

    assertThat(open().latest().number()).isEqualTo(4);
    assertThat(open().latest().epoch()).isEqualTo(2);
    assertThatThrownBy(() -> new EpochBarrier(late, InstantSource.fixed(Runs.NOON)).accept(1))
        .hasMessageContaining("epoch 2");
  }

  @Test
  void what_was_given_up_stays_so_though_a_sleeper_says_less_later() {
    publish(9);
    open().keepSince(9);
    S3.place()
        .below("runs/lake-versions/oldest-kept")
        .put(Numbered.name(7, ".json"), "{\"oldest_kept\":7}".getBytes(UTF_8));

    assertThat(open().oldestKept()).isEqualTo(9);
  }

  private Treatment lostOnce() {
    S3.proxy().treat(request -> new Treatment.Passed());
    return new Treatment.AnswerLost();
  }

  private void publish(int versions) {
    LakeVersions publisher = open();
    for (int i = 0; i < versions; i++) {
      LakeVersion latest = publisher.latest();
      assertThat(publisher.publish(next(latest, "run-" + (latest.number() + 1), 1)).isRight())
          .isTrue();
    }
  }

  private static LakeVersion next(LakeVersion before, String run, long epoch) {
    return before.next(new RunId(run), epoch, Runs.NOON, TreeMap.empty(), Runs.report());
  }
}
