package io.orderlake.adapters.objectstore.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.Runs;
import io.orderlake.application.run.RunnerListener;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunnerEvent;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A runner falls asleep before, or after, each change that it makes to the store; another one takes
 * over, and serves; then the first one wakes up and goes on with what it was at. By its own clock
 * it slept a moment only: nothing but what lies in the store keeps it from doing anything twice.
 */
class SleepingRunnersTest {
  private static final RunId A = new RunId("a");
  private static final RunId B = new RunId("b");
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Test
  void whoever_sleeps_before_a_change_does_nothing_twice() throws Exception {
    assertThat(sleepers(false)).isGreaterThan(8);
  }

  @Test
  void whoever_sleeps_through_the_answer_to_a_change_does_nothing_twice() throws Exception {
    assertThat(sleepers(true)).isGreaterThan(8);
  }

  /** At how many changes one fell asleep. */
  private static int sleepers(boolean isMade) throws Exception {
    int change = 1;
    while (story(change, isMade)) {
      change++;
    }
    return change - 1;
  }

  /** False when there is no such change. */
  private static boolean story(int change, boolean isMade) throws Exception {
    ControlPlace control = S3.another();
    String as = "change %s, %s".formatted(change, isMade ? "made" : "not made");
    ObjectRunRequests requests = new ObjectRunRequests(control, Duration.ofMillis(20));
    requests.submit(Runs.request("a"));
    SleepingStore store = new SleepingStore(control.store(), change, isMade);
    Running sleeper = new Running(new ControlPlace(store, control.prefix()));
    while (!store.isAsleep() && !isServed(control)) {
      Thread.sleep(5);
    }
    if (!store.isAsleep()) {
      store.wake();
      sleeper.stop();
      return false;
    }
    Running successor = new Running(control);
    successor.waitOutTheSilence();
    assertThat(requests.awaitResult(A, Duration.ofMinutes(20))).as(as).isNotEmpty();

    sleeper.runner.stop();
    store.wake();
    sleeper.stop();
    requests.submit(Runs.request("b"));
    assertThat(requests.awaitResult(B, Duration.ofMinutes(20))).as(as).isNotEmpty();
    while (!isServed(control)) {
      Thread.sleep(5);
    }
    successor.stop();
    OneEffect.assertOf(A, control, as);
    OneEffect.assertOf(B, control, as);
    OneEffect.assertNothingWaits(control, as);
    return true;
  }

  private static boolean isServed(ControlPlace control) {
    return new ObjectResultOutbox(control).find(A).isDefined()
        && List.of("pending", "claimed")
            .forAll(folder -> control.below("triggers/" + folder).list("").isEmpty());
  }

  /** A runner in a thread, with a clock that can be put forward. */
  private static final class Running implements RunnerListener {
    private final AtomicLong forward = new AtomicLong();
    private final CountDownLatch leads = new CountDownLatch(1);
    private final ControlPlace control;
    private final ServeTriggers runner;
    private final Thread thread;

    Running(ControlPlace control) {
      this.control = control;
      this.runner =
          ObjectRunner.of(
              control,
              ObjectLeaderLock.SILENCE,
              () -> System.nanoTime() + forward.get(),
              context -> {},
              this);
      this.thread = new Thread(this::serve);
      thread.start();
    }

    private void serve() {
      try {
        runner.serve();
      } catch (LakeFailure e) {
        assertThat(e).as("a replaced runner's end").hasMessageContaining("taken over");
      }
    }

    /** The clock is put forward no more once the lock is taken, or it would be lost again. */
    void waitOutTheSilence() throws InterruptedException {
      ControlPlace seats = control.below("triggers/seat");
      int before = seats.list("").size();
      while (seats.list("").size() == before && leads.getCount() > 0) {
        forward.addAndGet(Duration.ofSeconds(2).toNanos());
        Thread.sleep(20);
      }
      leads.await();
    }

    void stop() throws InterruptedException {
      runner.stop();
      thread.join();
    }

    @Override
    public void standingBy() {}

    @Override
    public void recorded(JournalEvent event) {
      if (event instanceof RunnerEvent.RunnerTookOver) {
        leads.countDown();
      }
    }

    @Override
    public void trouble(String what, Throwable cause) {}
  }
}
