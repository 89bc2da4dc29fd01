package io.orderlake.application.lake;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Long readings that somebody may break off by interrupting the thread that asked for them. */
public final class Interruptible {
  private Interruptible() {}

  /**
   * The same consumer, which takes nothing more once the present thread is interrupted; whichever
   * thread shows it what is read.
   *
   * @return a consumer that throws {@link CancellationException} then
   */
  public static <T> Consumer<T> of(Consumer<? super T> consumer) {
    Runnable check = check();
    return read -> {
      check.run();
      consumer.accept(read);
    };
  }

  /** Throws {@link CancellationException} once the present thread is interrupted; likewise. */
  public static Runnable check() {
    Thread asking = Thread.currentThread();
    return () -> {
      if (asking.isInterrupted()) {
        throw new CancellationException("nobody waits for this any more");
      }
    };
  }
}
