package io.orderlake.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ContinuousIngestTest {
  private final ScriptedIngest ingest = new ScriptedIngest();
  private final List<String> notes = new CopyOnWriteArrayList<>();

  @Test
  void an_ingest_that_ends_for_a_passing_reason_is_started_again() throws Exception {
    ingest.failures.add(LakeFailure.because(FailureCause.UNREACHABLE, "the broker is away"));
    try (ContinuousIngest running = start()) {
      ingest.startedTwice.await();
      running.throwIfBroken();
    }
    assertThat(notes).singleElement().asString().contains("the broker is away");
    assertThat(ingest.closed).hasValue(ingest.started.get());
  }

  @Test
  void the_same_reason_is_told_once_however_often_the_ingest_is_started_again() throws Exception {
    ingest.failures.add(LakeFailure.because(FailureCause.UNREACHABLE, "3 records wait"));
    ingest.failures.add(LakeFailure.because(FailureCause.UNREACHABLE, "7 records wait"));
    try (ContinuousIngest running = start()) {
      ingest.startedThrice.await();
      running.throwIfBroken();
    }
    assertThat(notes).singleElement().asString().contains("3 records wait");
  }

  @Test
  void an_ingest_that_a_person_has_to_look_at_stays_ended() throws Exception {
    ingest.failures.add(LakeFailure.lasting("offsets are gone"));
    ContinuousIngest running = start();
    ingest.lastFailureTaken.await();
    running.close();
    assertThatThrownBy(running::throwIfBroken).hasMessage("offsets are gone");
    assertThat(ingest.started).hasValue(1);
  }

  @Test
  void partitions_that_the_topic_has_got_are_told_once_and_calmly() throws Exception {
    try (ContinuousIngest running = start()) {
      ingest.begun.await();
      for (int partitions : new int[] {2, 2, 0, 5, 5}) {
        ingest.listener.accept(progress(partitions));
      }
      running.throwIfBroken();
    }
    assertThat(notes)
        .containsExactly(
            "there are 3 partitions more now, 5 in all; they are read from the beginning");
  }

  private static IngestProgress progress(int partitions) {
    return new IngestProgress(
        0, 0, 0, 0, partitions, new BronzeState(new TableState(0, -1), TreeMap.empty()));
  }

  private ContinuousIngest start() {
    return ContinuousIngest.start(
        ingest, Duration.ZERO, progress -> {}, new Troubles(notes::add), notes::add);
  }

  /** Ends with each of the failures in turn, then runs on. */
  private static final class ScriptedIngest implements BronzeIngest {
    final BlockingQueue<LakeFailure> failures = new LinkedBlockingQueue<>();
    final CountDownLatch startedTwice = new CountDownLatch(2);
    final CountDownLatch startedThrice = new CountDownLatch(3);
    final CountDownLatch lastFailureTaken = new CountDownLatch(1);
    final CountDownLatch begun = new CountDownLatch(1);
    final AtomicInteger started = new AtomicInteger();
    volatile Consumer<IngestProgress> listener = progress -> {};
    final AtomicInteger closed = new AtomicInteger();

    @Override
    public void acceptGap(OffsetGap gap) {
      throw new UnsupportedOperationException("there is no gap " + gap);
    }

    @Override
    public RunningIngest start(Duration interval, Consumer<IngestProgress> told) {
      listener = told;
      begun.countDown();
      started.incrementAndGet();
      startedTwice.countDown();
      startedThrice.countDown();
      return new RunningIngest() {
        @Override
        public Option<LakeFailure> await(Duration atMost) {
          Option<LakeFailure> failure = Option.of(failures.poll());
          failure.forEach(f -> lastFailureTaken.countDown());
          return failure;
        }

        @Override
        public void close() {
          closed.incrementAndGet();
        }
      };
    }

    @Override
    public IngestProgress catchUp(Consumer<IngestProgress> listener) {
      throw new UnsupportedOperationException("not part of the script");
    }
  }
}
