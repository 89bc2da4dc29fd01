package io.orderlake.bootstrap.up;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.delivery.Undelivered;
import io.orderlake.application.generate.GenerateOrders;
import io.orderlake.application.generate.GenerationObserver;
import io.orderlake.application.generate.GenerationPlan;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.Rate;
import io.orderlake.application.run.Backoff;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes synthetic orders at a steady rate until it is stopped. When Kafka acknowledges no more
 * it begins anew, ever more slowly.
 */
public final class SteadyProducer {
  private static final Logger LOG = LoggerFactory.getLogger(SteadyProducer.class);
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
  private static final String PRODUCER = "producer";

  private final GenerateOrders orders;
  private final GenerationPlan plan;
  private final Consumer<DeliveryCounts> listener;
  private final Troubles troubles;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private long acknowledgedBefore;
  private int failures;

  private SteadyProducer(
      GenerateOrders orders,
      GenerationPlan plan,
      Consumer<DeliveryCounts> listener,
      Troubles troubles) {
    this.orders = orders;
    this.plan = plan;
    this.listener = listener;
    this.troubles = troubles;
  }

  /**
   * Starts it.
   *
   * @param rate events per second; 0 for a worker that does nothing
   * @param listener told now and then, on the producer's thread
   * @param troubles told when Kafka acknowledges no more
   */
  public static Worker start(
      GenerateOrders orders,
      GeneratorSettings settings,
      double rate,
      Consumer<DeliveryCounts> listener,
      Troubles troubles) {
    if (rate == 0) {
      return Worker.idle();
    }
    GenerationPlan plan = GenerationPlan.endless(settings, new Rate.PerSecond(rate));
    SteadyProducer producer = new SteadyProducer(orders, plan, listener, troubles);
    return Worker.start(PRODUCER, producer::produce, producer.stopped::countDown);
  }

  private void produce() {
    while (stopped.getCount() > 0) {
      orders.run(plan, new Observer()).swap().forEach(this::failed);
    }
  }

  private void failed(Undelivered undelivered) {
    LOG.warn("the producer begins anew: {}", undelivered.sentence());
    acknowledgedBefore += undelivered.counts().acknowledged();
    troubles.met(
        PRODUCER,
        undelivered.counts().firstFailure().getOrElse(""),
        "the producer tries again, ever more slowly: " + undelivered.sentence());
    pause(PAUSES.after(++failures));
  }

  private void pause(Duration duration) {
    try {
      boolean unused = stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private final class Observer implements GenerationObserver {
    @Override
    public void progress(DeliveryCounts counts, Duration elapsed) {
      if (counts.acknowledged() > 0 && counts.failed() == 0) {
        failures = 0;
        troubles.over(PRODUCER, "the producer goes on");
      }
      listener.accept(
          new DeliveryCounts(
              acknowledgedBefore + counts.sent(),
              acknowledgedBefore + counts.acknowledged(),
              counts.failed(),
              counts.firstFailure()));
    }

    @Override
    public boolean stopRequested() {
      return stopped.getCount() == 0;
    }
  }
}
