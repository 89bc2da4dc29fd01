package io.orderlake.adapters.openlineage;

import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.transports.HttpTransportResponseException;
import io.openlineage.client.transports.Transport;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events one after the other, on a thread of its own. While the receiver does not answer,
 * the first one is tried again, less and less often, and others wait up to a number; what comes
 * then is given up. What the receiver refuses is not tried again. Who closes it waits for what is
 * left as long as the receiver takes it, however slowly, and no longer once it does not.
 */
final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Transport transport;
  private final Patience patience;
  private final Runnable rehearsal;
  private final BlockingQueue<Supplier<RunEvent>> waiting;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong givenUp = new AtomicLong();
  private final Thread thread = new Thread(this::carry, "lineage");
  private boolean unreachable;

  private Courier(Transport transport, Patience patience, Runnable rehearsal) {
    this.transport = transport;
    this.rehearsal = rehearsal;
    this.patience = patience;
    this.waiting = new ArrayBlockingQueue<>(patience.waiting);
  }

  /**
   * How long to wait for what.
   *
   * @param waiting how many events may wait
   * @param pause before the first new try; each next one is twice as long, up to half a minute
   * @param end how long a close waits at most for what is left
   */
  record Patience(int waiting, Duration pause, Duration end) {
    static final Patience USUAL =
        new Patience(1_000, Duration.ofSeconds(1), Duration.ofSeconds(60));

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Patience next() {
      Duration twice = pause.multipliedBy(2);
      return new Patience(waiting, twice.compareTo(LONGEST) < 0 ? twice : LONGEST, end);
    }
  }

  /**
   * One that begins to carry.
   *
   * @param rehearsal run first, so that the first event does not load code while a run goes on
   */
  static Courier start(Transport transport, Patience patience, Runnable rehearsal) {
    Courier courier = new Courier(transport, patience, rehearsal);
    courier.thread.setDaemon(true);
    courier.thread.start();
    return courier;
  }

  /** Returns at once; the event is made when its turn has come. */
  void take(Supplier<RunEvent> event) {
    if (isClosing() || !waiting.offer(event)) {
      if (givenUp.getAndIncrement() == 0) {
        LOG.warn(
            "lineage events are given up: {} wait already, or the process ends", waiting.size());
      }
    }
  }

  private void carry() {
    try {
      rehearse();
      while (!isClosing() || !(waiting.isEmpty() || unreachable)) {
        Supplier<RunEvent> next = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          carry(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void rehearse() {
    try {
      rehearsal.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("lineage events may not be made", e);
    }
  }

  private void carry(Supplier<RunEvent> making) throws InterruptedException {
    RunEvent event;
    try {
      event = making.get();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("a lineage event could not be made and is left out", e);
      return;
    }
    Patience left = patience;
    while (!isCarried(event)) {
      if (closing.await(left.pause.toMillis(), TimeUnit.MILLISECONDS)) {
        givenUp.incrementAndGet();
        return;
      }
      left = left.next();
    }
  }

  /** False when it is worth trying again. */
  private boolean isCarried(RunEvent event) {
    try {
      transport.emit(event);
      if (unreachable) {
        unreachable = false;
        LOG.warn("lineage is told again; events given up meanwhile: {}", givenUp.getAndSet(0));
      }
      return true;
    } catch (HttpTransportResponseException e) {
      if (isRefusal(e.getStatusCode())) {
        LOG.warn("the lineage server refused an event with status {}", e.getStatusCode());
        return true;
      }
      return failed(e);
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private static boolean isRefusal(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  private boolean failed(RuntimeException e) {
    if (!unreachable) {
      unreachable = true;
      LOG.warn("lineage cannot be told now and is tried again; runs go on", e);
    }
    return false;
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  @Override
  public void close() {
    if (isClosing()) {
      return;
    }
    closing.countDown();
    try {
      thread.join(patience.end.toMillis());
      thread.interrupt();
      transport.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("the way to the keeper of lineage could not be closed", e);
    }
    long lost = givenUp.get() + waiting.size();
    if (lost > 0) {
      LOG.warn("lineage events given up at the end: {}", lost);
    }
  }
}
