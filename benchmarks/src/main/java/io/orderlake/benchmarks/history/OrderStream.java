package io.orderlake.benchmarks.history;

import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.OrderGenerator;
import java.time.Instant;

/** The product's generator, with ids as asked for. */
final class OrderStream {
  private final OrderGenerator generator;
  private final EventIds ids;

  OrderStream(GeneratorSettings settings, EventIds ids) {
    this.generator = new OrderGenerator(settings);
    this.ids = ids;
  }

  SentOrder next(Instant at) {
    return new SentOrder(ids.of(generator.next(at)), at);
  }
}
