package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.Numbered;
import io.orderlake.adapters.objectstore.lake.EpochBarrier;
import io.orderlake.adapters.objectstore.lake.ObjectLakeVersions;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.LeaderLockContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The observers' and holders' clock here is the test's alone. */
class ObjectLeaderLockTest extends LeaderLockContract {
  private static final Duration SILENCE = Duration.ofSeconds(20);
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  private final AtomicLong nanos = new AtomicLong(-5);

  @Override
  protected ObjectLeaderLock open() {
    return new ObjectLeaderLock(
        S3.place(),
        new EpochBarrier(versions(), InstantSource.fixed(Runs.NOON)),
        SILENCE,
        nanos::get);
  }

  private static LakeVersions versions() {
    return new ObjectLakeVersions(S3.place());
  }

  @Test
  void a_leader_that_is_silent_for_long_enough_is_succeeded_behind_a_barrier() {
    LeaderLock.Held silent = open().tryTake(0).get();
    silent.show(heartbeat(1, 0));
    LeaderLock observer = open();
    assertThat(observer.tryTake(0)).isEmpty();
    pass(19);
    assertThat(observer.tryTake(0)).isEmpty();
    pass(1);

    assertThat(observer.tryTake(0).map(LeaderLock.Held::epoch)).contains(2L);
    assertThat(versions().latest().publishedBy().value()).isEqualTo("takeover.epoch-2");
    assertThat(versions().latest().epoch()).isEqualTo(2);
  }

  @Test
  void a_leader_that_died_before_it_showed_itself_is_succeeded_too() {
    open().tryTake(0);
    LeaderLock observer = open();
    assertThat(observer.tryTake(0)).isEmpty();
    pass(20);
    assertThat(observer.tryTake(0).map(LeaderLock.Held::epoch)).contains(2L);
  }

  @Test
  void a_leader_that_shows_itself_is_not_succeeded_however_long_it_leads() {
    LeaderLock.Held leader = open().tryTake(0).get();
    LeaderLock observer = open();
    for (int i = 0; i < 20; i++) {
      pass(5);
      leader.show(heartbeat(1, i));
      assertThat(observer.tryTake(0)).isEmpty();
    }
    assertThat(leader.isHeld()).isTrue();
  }

  @Test
  void who_could_not_renew_for_half_the_silence_has_lost_it_and_frees_it() {
    LeaderLock.Held leader = open().tryTake(0).get();
    leader.show(heartbeat(1, 0));
    pass(9);
    assertThat(leader.isHeld()).isTrue();
    pass(1);
    assertThat(leader.isHeld()).isFalse();
    assertThat(open().tryTake(0)).as("it may still be at work").isEmpty();

    leader.close();
    assertThat(open().tryTake(0).map(LeaderLock.Held::epoch)).contains(2L);
    assertThat(versions().latest().isEmpty()).as("nobody is to be kept from publishing").isTrue();
  }

  @Test
  void showing_too_late_says_that_it_is_lost() {
    LeaderLock.Held leader = open().tryTake(0).get();
    pass(10);
    assertThatThrownBy(() -> leader.show(heartbeat(1, 0)))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("epoch 1");
    assertThat(leader.isHeld()).isFalse();
  }

  @Test
  void who_wakes_up_replaced_learns_it_and_leaves_the_successor_alone() {
    LeaderLock.Held sleeper =
        new ObjectLeaderLock(S3.place(), epoch -> {}, SILENCE, () -> 0).tryTake(0).get();
    sleeper.show(heartbeat(1, 0));
    LeaderLock observer = open();
    observer.tryTake(0);
    pass(20);
    LeaderLock.Held successor = observer.tryTake(0).get();
    successor.show(heartbeat(2, 0));

    assertThat(sleeper.isHeld()).as("its clock stood still").isTrue();
    assertThatThrownBy(() -> sleeper.show(busy(1))).hasMessageContaining("taken over");
    assertThat(sleeper.isHeld()).isFalse();
    sleeper.close();
    assertThat(new HeartbeatObject(S3.place()).read()).contains(heartbeat(2, 0));
    assertThat(open().tryTake(0)).isEmpty();
  }

  @Test
  void the_heartbeat_of_an_earlier_epoch_is_no_sign_of_the_leader_s_life() {
    LeaderLock observer = open();
    open().tryTake(0);
    observer.tryTake(0);
    pass(20);
    assertThat(observer.tryTake(0)).isNotEmpty();

    LeaderLock third = open();
    for (int i = 0; i < 20; i++) {
      new HeartbeatObject(S3.place()).put(heartbeat(1, i));
      assertThat(third.tryTake(0)).isEmpty();
      pass(1);
    }
    assertThat(third.tryTake(0).map(LeaderLock.Held::epoch)).contains(3L);
  }

  @Test
  void of_many_who_saw_the_silence_one_succeeds() throws Exception {
    open().tryTake(0);
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Option<LeaderLock.Held>>> candidates = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        LeaderLock candidate = open();
        candidate.tryTake(0);
        long known = i * 10L;
        candidates.add(() -> candidate.tryTake(known));
      }
      pass(20);
      int leaders = 0;
      for (Future<Option<LeaderLock.Held>> each : many.invokeAll(candidates)) {
        leaders += each.get().isDefined() ? 1 : 0;
      }
      assertThat(leaders).isOne();
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void a_standby_asks_the_store_now_and_then_only() {
    open().tryTake(0);
    LeaderLock observer = open();
    observer.tryTake(0);
    S3.proxy().counted();
    observer.tryTake(0);
    assertThat(S3.proxy().counted()).isEmpty();
    pass(1);
    observer.tryTake(0);
    assertThat(S3.proxy().counted()).containsOnlyKeys("GET").containsEntry("GET", 2);
  }

  @Test
  void a_damaged_heartbeat_is_one_that_does_not_change() {
    open().tryTake(0);
    S3.place().put("triggers/runner.json", "{".getBytes(UTF_8));
    LeaderLock observer = open();
    assertThat(observer.tryTake(0)).isEmpty();
    pass(20);
    assertThat(observer.tryTake(0)).isNotEmpty();
  }

  @Test
  void a_damaged_epoch_is_named_with_what_to_do() {
    open().tryTake(0).get().close();
    String seat = "triggers/seat/" + Numbered.name(1, ".json");
    S3.place().put(seat, "{".getBytes(UTF_8));

    assertThatThrownBy(() -> open().tryTake(0))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContainingAll(S3.place().shown(seat), "put");
  }

  private void pass(long seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private static LeaderHeartbeat heartbeat(long epoch, long seconds) {
    return new LeaderHeartbeat(
        epoch, "me", Runs.NOON, Runs.NOON.plusSeconds(seconds), Option.none());
  }

  private static LeaderHeartbeat busy(long epoch) {
    return new LeaderHeartbeat(epoch, "me", Runs.NOON, Runs.NOON, Option.some(new RunId("a")));
  }
}
