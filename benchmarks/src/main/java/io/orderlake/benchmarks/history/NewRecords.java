package io.orderlake.benchmarks.history;

import io.orderlake.application.generate.Expectation;
import io.orderlake.application.generate.GeneratedOrder;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.domain.lake.Conservation;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What comes after a history: a minute's worth of records, of which one in a hundred repeats an
 * event from anywhere in the history and about one in seven happened an hour to three days before.
 *
 * @param history what they come after
 * @param batch its number, from 0; each begins a minute after the one before
 * @param size how many records
 */
record NewRecords(HistoryPlan history, int batch, int size) implements Serializable {
  static final int PARTITION = 0;

  private static final long SEED = 77;
  private static final double FROM_HISTORY = 0.01;
  private static final Duration SPAN = Duration.ofMinutes(1);

  /** The records, in the order of their offsets. */
  Iterator<SentOrder> orders() {
    long seed = Seeds.of(SEED, batch, size);
    GeneratorSettings like = GeneratorSettings.seeded(seed);
    OrderStream stream =
        new OrderStream(
            new GeneratorSettings(
                seed, like.defects(), 0, like.versionOne(), like.late(), like.rules()),
            history.ids());
    SplittableRandom random = new SplittableRandom(seed);
    List<SentOrder> orders = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Instant at =
          HistoryPlan.end().plus(SPAN.multipliedBy(batch)).plusNanos(SPAN.toNanos() / size * i);
      orders.add(random.nextDouble() < FROM_HISTORY ? repeat(random, at) : stream.next(at));
    }
    return orders.iterator();
  }

  private SentOrder repeat(SplittableRandom random, Instant at) {
    GeneratedOrder order = history.anyRefined(random);
    return new SentOrder(
        new GeneratedOrder(
            order.eventId(), order.key(), order.value(), new Expectation.Duplicate()),
        at);
  }

  /** What must become of them. */
  Conservation expected() {
    Conservation sum = Conservation.ZERO;
    for (Iterator<SentOrder> orders = orders(); orders.hasNext(); ) {
      sum = sum.plus(expected(orders.next().order().expectation()));
    }
    return sum;
  }

  private static Conservation expected(Expectation expectation) {
    if (expectation instanceof Expectation.Refined) {
      return new Conservation(1, 1, 0, 0);
    }
    return expectation instanceof Expectation.Duplicate
        ? new Conservation(1, 0, 0, 1)
        : new Conservation(1, 0, 1, 0);
  }
}
