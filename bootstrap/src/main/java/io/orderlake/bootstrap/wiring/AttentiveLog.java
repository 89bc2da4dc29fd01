package io.orderlake.bootstrap.wiring;

import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A log that says when nothing is acknowledged for a while, why, and what it does about it. It
 * takes no more records meanwhile, so that all that waits is given up at about the same time.
 */
public final class AttentiveLog implements OrderEventLog {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int MOST_WORD = 4;

  private final OrderEventLog log;
  private final Supplier<Option<String>> why;
  private final Duration patience;
  private volatile Consumer<String> notes = note -> {};
  private @Nullable Thread watch;
  private long waiting;
  private long lastSign;
  private int told;
  private boolean closed;

  /**
   * Over another log.
   *
   * @param why what keeps the cluster from being used, if that can be told; may take seconds
   * @param patience how long may pass without an acknowledgement before that is said
   */
  AttentiveLog(OrderEventLog log, Supplier<Option<String>> why, Duration patience) {
    this.log = log;
    this.why = why;
    this.patience = patience;
  }

  /** Has people told from now on, on a thread of its own. */
  public void tell(Consumer<String> people) {
    notes = people;
  }

  @Override
  public void publish(@Nullable String key, byte[] value, Consumer<Delivery> acknowledged) {
    while (isSilent()) {
      pause();
    }
    begin();
    log.publish(
        key,
        value,
        delivery -> {
          heard(delivery instanceof Delivery.Acknowledged);
          acknowledged.accept(delivery);
        });
  }

  private synchronized void begin() {
    if (waiting++ == 0) {
      lastSign = System.nanoTime();
    }
    if (watch == null) {
      watch = new Thread(this::watch, "acknowledgements");
      watch.setDaemon(true);
      watch.start();
    }
  }

  private void heard(boolean stored) {
    int before;
    synchronized (this) {
      waiting--;
      lastSign = System.nanoTime();
      before = told;
      told = stored ? 0 : told;
    }
    if (stored && before > 0) {
      notes.accept("Kafka acknowledges again");
    }
  }

  private synchronized boolean isSilent() {
    return waiting > 0 && !closed && silence().compareTo(patience) >= 0;
  }

  private synchronized Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastSign);
  }

  /** An interrupted thread waits no more. */
  private void pause() {
    LockSupport.parkNanos(LOOK.toNanos());
    if (Thread.currentThread().isInterrupted()) {
      end();
    }
  }

  private synchronized void end() {
    closed = true;
  }

  private void watch() {
    while (!isClosed()) {
      pause();
      if (isDue()) {
        String reason = why.get().getOrElse("the broker answers and acknowledges nothing");
        notes.accept(sentence(reason));
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Said after the patience, and then each time that four times as much has passed. */
  private synchronized boolean isDue() {
    boolean due = isSilent() && silence().compareTo(patience.multipliedBy(1L << (2 * told))) >= 0;
    if (due && told < MOST_WORD) {
      told++;
      return true;
    }
    return false;
  }

  private synchronized String sentence(String reason) {
    return String.format(
        Locale.ROOT,
        "Kafka has acknowledged nothing for %d s, %d events wait: %s; still trying",
        silence().toSeconds(),
        waiting,
        reason);
  }

  @Override
  public void flush() {
    log.flush();
  }

  @Override
  public void close() {
    log.close();
    end();
  }
}
