package io.orderlake.adapters.console.server;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one heavy answer be made at a time. */
final class HeavyGate {
  private final InstantSource clock;
  private final AtomicReference<@Nullable Work> now = new AtomicReference<>();

  HeavyGate(InstantSource clock) {
    this.clock = clock;
  }

  /** An answer that is being made. */
  private static final class Work {
    private final String title;
    private final Instant since;
    private final Thread thread = Thread.currentThread();
    private boolean isOver;
    private boolean isCancelled;

    Work(String title, Instant since) {
      this.title = title;
      this.since = since;
    }

    synchronized boolean cancel() {
      if (!isOver) {
        isCancelled = true;
        thread.interrupt();
      }
      return !isOver;
    }

    /** From now on nobody interrupts the thread for it. */
    synchronized boolean end() {
      isOver = true;
      boolean unused = Thread.interrupted();
      return isCancelled;
    }
  }

  /** What holds the gate, for people. */
  record Busy(String title, Duration since) {}

  /** What somebody has cancelled while it was made. */
  static final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CancelledException(String title) {
      super(title + " was cancelled");
    }
  }

  /**
   * Makes an answer, unless another is being made.
   *
   * @return none when one is
   * @throws CancelledException when it was cancelled meanwhile
   */
  <T> Option<T> alone(String title, Supplier<T> answer) {
    Work work = new Work(title, clock.instant());
    if (!now.compareAndSet(null, work)) {
      return Option.none();
    }
    try {
      return Option.some(answer.get());
    } catch (RuntimeException e) {
      throw work.end() ? new CancelledException(title) : e;
    } finally {
      boolean unused = work.end();
      now.set(null);
    }
  }

  /** What is being made. */
  Option<Busy> busy() {
    return Option.of(now.get())
        .map(work -> new Busy(work.title, Duration.between(work.since, clock.instant())));
  }

  /**
   * Has what is being made broken off.
   *
   * @return false when nothing is
   */
  boolean cancel() {
    return Option.of(now.get()).exists(Work::cancel);
  }
}
