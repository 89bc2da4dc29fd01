package io.orderlake.application.delivery;

import io.orderlake.domain.order.Delivery;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counts deliveries while they are reported, from whatever thread. */
public final class DeliveryTally {
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();

  /** Counts a record about to be handed over. */
  public void sending() {
    sent.incrementAndGet();
  }

  /** Counts what became of one. */
  public void count(Delivery delivery) {
    if (delivery instanceof Delivery.Failed failure) {
      firstFailure.compareAndSet(null, failure.message());
      failed.incrementAndGet();
    } else {
      acknowledged.incrementAndGet();
    }
  }

  public boolean hasFailed() {
    return failed.get() > 0;
  }

  public DeliveryCounts counts() {
    return new DeliveryCounts(
        sent.get(), acknowledged.get(), failed.get(), Option.of(firstFailure.get()));
  }

  /** The counts once everything is flushed, or the failure that they amount to. */
  public Either<Undelivered, DeliveryCounts> outcome() {
    DeliveryCounts counts = counts();
    return counts.acknowledged() == counts.sent()
        ? Either.right(counts)
        : Either.left(new Undelivered(counts));
  }
}
