package io.orderlake.benchmarks.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.application.generate.Expectation;
import io.orderlake.application.generate.GeneratedOrder;
import io.vavr.collection.TreeSet;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Sound orders in the order of their times, evenly over some days, each in the next one of so many
 * cities: the same for the same figures. All came to Kafka at the end of the last day.
 *
 * @param first number of the first one, by which it differs from all others
 * @param count how many
 * @param from the day of the first one, in UTC
 * @param days over which they spread
 * @param cities how many there are
 */
record SpreadOrders(long first, long count, LocalDate from, int days, int cities)
    implements Serializable {
  static final int PARTITIONS = 4;

  private static final int PRODUCTS = 50;
  private static final int PRICES = 90;
  private static final int QUANTITIES = 7;

  SpreadOrders {
    if (first % PARTITIONS != 0 || count % PARTITIONS != 0) {
      throw new IllegalArgumentException(
          first + " and " + count + " are no multiples of " + PARTITIONS);
    }
  }

  /** The day on which they come to Kafka. */
  LocalDate end() {
    return from.plusDays(days);
  }

  /** Those of one Kafka partition; each has its share of every day. */
  Iterator<SentOrder> orders(int partition) {
    return LongStream.range(0, count / PARTITIONS)
        .mapToObj(i -> order(i * PARTITIONS + partition))
        .iterator();
  }

  /** The offset of the first one, in each partition. */
  long firstOffset() {
    return first / PARTITIONS;
  }

  private SentOrder order(long index) {
    Instant at =
        start(from).plusMillis((long) (Duration.ofDays(days).toMillis() * (double) index / count));
    long number = first + index;
    UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L | number);
    Expectation.Sale sale =
        new Expectation.Sale(
            "Product " + number % PRODUCTS,
            "City " + number % cities,
            1 + number % QUANTITIES,
            BigDecimal.valueOf(150 + 100 * (number % PRICES), 2),
            BigDecimal.ZERO,
            "USD",
            at);
    String order = Long.toString(number / 2);
    return new SentOrder(
        new GeneratedOrder(
            id.toString(),
            order,
            text(id, order, sale).getBytes(UTF_8),
            new Expectation.Refined(sale, TreeSet.empty())),
        start(end()));
  }

  private static String text(UUID id, String order, Expectation.Sale sale) {
    return """
    {"schema_version":3,"event_id":"%s","order_id":"%s","product":"%s","quantity":%s,\
    "unit_price":"%s","currency":"%s","city":"%s","event_time":"%s"}"""
        .formatted(
            id,
            order,
            sale.product(),
            sale.quantity(),
            sale.unitPrice(),
            sale.currency(),
            sale.city(),
            sale.eventTime());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
