package io.orderlake.bootstrap.up;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.Backoff;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ingest that is started again when it ends for a passing reason, such as a broker's restart:
 * ever more slowly, until it stores something again.
 */
public final class ContinuousIngest implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ContinuousIngest.class);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final String INGEST = "ingest";

  private final BronzeIngest ingest;
  private final Duration interval;
  private final Consumer<IngestProgress> listener;
  private final Troubles troubles;
  private final Consumer<String> notes;
  private final AtomicInteger failures = new AtomicInteger();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Worker worker;
  private volatile int partitions;

  private ContinuousIngest(
      BronzeIngest ingest,
      Duration interval,
      Consumer<IngestProgress> listener,
      Troubles troubles,
      Consumer<String> notes) {
    this.ingest = ingest;
    this.interval = interval;
    this.listener = listener;
    this.troubles = troubles;
    this.notes = notes;
    this.worker = Worker.start("ingest", this::keepRunning, stopped::countDown);
  }

  /**
   * Starts.
   *
   * @param interval least time between two commits
   * @param listener told after each commit
   * @param troubles told when the ingest has to be started again, and why
   * @param notes told of partitions that a topic has got
   */
  public static ContinuousIngest start(
      BronzeIngest ingest,
      Duration interval,
      Consumer<IngestProgress> listener,
      Troubles troubles,
      Consumer<String> notes) {
    return new ContinuousIngest(ingest, interval, listener, troubles, notes);
  }

  /** Throws the failure that a person has to look at, if there is one. */
  public void throwIfBroken() {
    worker.throwIfBroken();
  }

  private void tellOfPartitions(IngestProgress progress) {
    int added = progress.partitions() - partitions;
    if (partitions > 0 && added > 0) {
      notes.accept(
          (added == 1 ? "there is" : "there are")
              + " %s more now, %s in all; %s read from the beginning"
                  .formatted(
                      Numbers.count(added, "partition"),
                      progress.partitions(),
                      added == 1 ? "it is" : "they are"));
    }
    partitions = Math.max(partitions, progress.partitions());
  }

  private void keepRunning() {
    while (stopped.getCount() > 0) {
      try (RunningIngest running = ingest.start(interval, this::stored)) {
        Option<LakeFailure> end = Option.none();
        while (end.isEmpty() && !stoppedWithin(Duration.ZERO)) {
          end = running.await(LOOK);
        }
        end.forEach(this::orThrow);
      } catch (LakeFailure e) {
        orThrow(e);
      } catch (RuntimeException | Error e) { // anything may be thrown where a disk is full
        FailureCause cause = FailureCause.of(e);
        boolean full = cause == FailureCause.DISK_FULL;
        if (!full && (e instanceof Error || !cause.isPassing())) {
          throw e;
        }
        orThrow(
            LakeFailure.of(
                (full ? "ingesting found no room on the disk: " : "ingesting broke off: ") + e, e));
      }
    }
  }

  private void stored(IngestProgress progress) {
    failures.set(0);
    troubles.over(INGEST, "the ingest goes on");
    tellOfPartitions(progress);
    listener.accept(progress);
  }

  /** Waits a while after a passing failure; throws a lasting one. */
  private void orThrow(LakeFailure failure) {
    if (!failure.retryable()) {
      throw failure;
    }
    LOG.warn("the ingest ended and is started again", failure);
    troubles.met(
        INGEST,
        failure.getMessage(),
        "the ingest ended and is started again, ever more slowly: " + failure.getMessage());
    stoppedWithin(PAUSES.after(failures.incrementAndGet()));
  }

  private boolean stoppedWithin(Duration duration) {
    try {
      return stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
      return true;
    }
  }

  /** Stops after the commit under way. */
  @Override
  public void close() throws InterruptedException {
    worker.close();
  }
}
