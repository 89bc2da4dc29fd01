package io.orderlake.bootstrap.up;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.generate.GenerateOrders;
import io.orderlake.application.generate.GenerationObserver;
import io.orderlake.application.generate.GenerationPlan;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.Rate;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Unavailable;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Publishes synthetic orders at a steady rate until it is stopped. */
public final class SteadyProducer {
  private SteadyProducer() {}

  /**
   * Starts it.
   *
   * @param rate events per second; 0 for a worker that does nothing
   * @param listener told now and then, on the producer's thread
   */
  public static Worker start(
      Lakehouse lake, LakehouseConfig config, double rate, Consumer<DeliveryCounts> listener) {
    if (rate == 0) {
      return Worker.idle();
    }
    GenerateOrders orders = lake.get(GenerateOrders.class);
    GeneratorSettings settings =
        GeneratorSettings.seeded(new SecureRandom().nextLong()).withRules(config.rules());
    AtomicBoolean stopped = new AtomicBoolean();
    GenerationPlan plan = GenerationPlan.endless(settings, new Rate.PerSecond(rate));
    return Worker.start(
        "producer",
        () ->
            orders
                .run(plan, observer(stopped, listener))
                .swap()
                .forEach(
                    undelivered -> {
                      throw new Unavailable(undelivered.sentence());
                    }),
        () -> stopped.set(true));
  }

  private static GenerationObserver observer(
      AtomicBoolean stopped, Consumer<DeliveryCounts> listener) {
    return new GenerationObserver() {
      @Override
      public void progress(DeliveryCounts counts, Duration elapsed) {
        listener.accept(counts);
      }

      @Override
      public boolean stopRequested() {
        return stopped.get();
      }
    };
  }
}
