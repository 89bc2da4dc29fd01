package io.orderlake.application.generate;

import io.orderlake.application.delivery.DeliveryTally;
import io.orderlake.application.delivery.Undelivered;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Use case: publishes synthetic orders. */
public final class GenerateOrders {
  /** Lets time pass. */
  @FunctionalInterface
  public interface Pause {
    /** Waits about so long; may return early. */
    void forAbout(Duration duration);
  }

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

  private final OrderEventLog log;
  private final InstantSource clock;
  private final Pause pause;

  public GenerateOrders(OrderEventLog log, InstantSource clock, Pause pause) {
    this.log = log;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Publishes until the plan's limits are reached, the observer asks to stop or a record fails,
   * then waits for all acknowledgements.
   *
   * @return the report, or how many events were not acknowledged and why
   */
  public Either<Undelivered, GenerationReport> run(
      GenerationPlan plan, GenerationObserver observer) {
    Instant start = clock.instant();
    Instant end = plan.duration().map(start::plus).getOrElse(Instant.MAX);
    long most = plan.count().getOrElse(Long.MAX_VALUE);
    OrderGenerator generator = new OrderGenerator(plan.orders());
    Rate.Pacer pacer = plan.rate().pacer(start);
    Publication publication = new Publication(observer);
    Instant report = start.plus(BETWEEN_REPORTS);
    for (long sent = 0; sent < most && !observer.stopRequested() && !publication.hasFailed(); ) {
      Instant now = clock.instant();
      if (!now.isBefore(end)) {
        break;
      }
      Duration wait = pacer.untilNext(now);
      if (wait.isZero()) {
        publication.publish(generator.next(now));
        sent++;
      } else {
        pause.forAbout(wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE);
      }
      if (now.isAfter(report)) {
        observer.progress(publication.tally.counts(), Duration.between(start, now));
        report = now.plus(BETWEEN_REPORTS);
      }
    }
    log.flush();
    Duration elapsed = Duration.between(start, clock.instant());
    observer.progress(publication.tally.counts(), elapsed);
    return publication
        .tally
        .outcome()
        .map(counts -> new GenerationReport(counts, publication.expected(), elapsed));
  }

  /** The events of one run on their way. */
  private final class Publication {
    private final DeliveryTally tally = new DeliveryTally();
    private final GenerationObserver observer;
    private ExpectedOutcome expected = ExpectedOutcome.NOTHING;

    Publication(GenerationObserver observer) {
      this.observer = observer;
    }

    void publish(GeneratedOrder order) {
      tally.sending();
      log.publish(order.key(), order.value(), delivery -> delivered(order, delivery));
    }

    private void delivered(GeneratedOrder order, Delivery delivery) {
      if (delivery instanceof Delivery.Acknowledged stored) {
        expect(order.expectation());
        observer.acknowledged(order, stored.position());
      }
      tally.count(delivery);
    }

    boolean hasFailed() {
      return tally.hasFailed();
    }

    private synchronized void expect(Expectation expectation) {
      expected = expected.plus(expectation);
    }

    synchronized ExpectedOutcome expected() {
      return expected;
    }
  }
}
