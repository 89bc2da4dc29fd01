package io.orderlake.bootstrap.up;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part that works on its own thread until it is stopped; what breaks it is kept. */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private final Runnable stop;
  private final Thread thread;

  private Worker(String name, Runnable work, Runnable stop) {
    this.stop = stop;
    this.thread = new Thread(() -> run(name, work), name);
  }

  /**
   * Starts the part.
   *
   * @param name of the thread, for the log
   * @param work returns soon after {@code stop} was called
   * @param stop callable from any thread, more than once
   */
  public static Worker start(String name, Runnable work, Runnable stop) {
    Worker worker = new Worker(name, work, stop);
    worker.thread.start();
    return worker;
  }

  /** A part that does nothing. */
  public static Worker idle() {
    return start("idle", () -> {}, () -> {});
  }

  private void run(String name, Runnable work) {
    try {
      work.run();
    } catch (Exception | Error e) { // Spark throws checked exceptions without declaring them
      LOG.error("{} broke", name, e);
      broken.set(e);
    }
  }

  /** Throws what broke the part, if anything did. */
  public void throwIfBroken() {
    Throwable failure = broken.get();
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }

  /** Asks the part to stop and waits until it has. */
  @Override
  public void close() throws InterruptedException {
    stop.run();
    thread.join(PATIENCE.toMillis());
    if (thread.isAlive()) {
      LOG.warn("{} did not stop within {} and is left to the end of the process", thread, PATIENCE);
    }
  }
}
