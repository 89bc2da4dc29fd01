package io.orderlake.benchmarks.corpus;

import io.orderlake.application.generate.GeneratedOrder;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.OrderGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A number of orders that is always the same: the generator's own, with its usual share of defects,
 * repeats and old versions, sent evenly over two days that are long past.
 *
 * @param events how many
 */
public record Corpus(long events) {
  private static final long SEED = 20_260_101;
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final Duration SPAN = Duration.ofDays(2);

  /**
   * An event and when it is sent.
   *
   * @param sentAt its Kafka timestamp
   */
  public record Sent(Instant sentAt, GeneratedOrder order) {}

  /** All events in the order of sending. */
  public Iterator<Sent> iterator() {
    OrderGenerator generator = new OrderGenerator(GeneratorSettings.seeded(SEED));
    double millisecondsApart = SPAN.toMillis() / (double) events;
    return new Iterator<>() {
      private long sent;

      @Override
      public boolean hasNext() {
        return sent < events;
      }

      @Override
      public Sent next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Instant now = START.plusMillis((long) (sent++ * millisecondsApart));
        return new Sent(now, generator.next(now));
      }
    };
  }
}
