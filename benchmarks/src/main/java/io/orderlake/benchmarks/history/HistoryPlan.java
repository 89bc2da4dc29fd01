package io.orderlake.benchmarks.history;

import io.orderlake.application.generate.GeneratedOrder;
import io.orderlake.application.generate.GeneratorSettings;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which events a lake's history holds. The same plan gives the same events, in any part and order.
 *
 * @param events how many
 * @param ids what their ids look like
 */
public record HistoryPlan(long events, EventIds ids) implements Serializable {
  public static final String TOPIC = "orders";
  static final int PARTITIONS = 4;
  static final int DAYS = 90;

  /** The day after the last one. */
  static final LocalDate END = LocalDate.of(2026, 11, 1);

  private static final long SEED = 20261101;

  /** Made by one generator: what a repeat has to be looked for in. */
  private static final int CHUNK = 5_000;

  public HistoryPlan {
    if (events < (long) DAYS * PARTITIONS) {
      throw new IllegalArgumentException(
          "a history has at least " + DAYS * PARTITIONS + " events, not " + events);
    }
  }

  /** The moment at which the history ends. */
  static Instant end() {
    return END.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /**
   * Part of the history: what one Kafka partition holds of one day.
   *
   * @param day from 0
   * @param partition from 0
   */
  record Cell(int day, int partition) implements Serializable {
    private long number() {
      return (long) day * PARTITIONS + partition;
    }

    LocalDate date() {
      return END.minusDays(DAYS - day);
    }
  }

  /** How many events the cell has. */
  int count(Cell cell) {
    long cells = (long) DAYS * PARTITIONS;
    return Math.toIntExact((cell.number() + 1) * events / cells - cell.number() * events / cells);
  }

  /** The Kafka offset of the cell's first event. */
  long firstOffset(Cell cell) {
    return IntStream.range(0, cell.day)
        .mapToLong(day -> count(new Cell(day, cell.partition)))
        .sum();
  }

  /** The cell's events in the order of their offsets. */
  Iterator<SentOrder> orders(Cell cell) {
    int chunks = (count(cell) + CHUNK - 1) / CHUNK;
    return IntStream.range(0, chunks).boxed().flatMap(chunk -> chunk(cell, chunk)).iterator();
  }

  private java.util.stream.Stream<SentOrder> chunk(Cell cell, int chunk) {
    int first = chunk * CHUNK;
    int count = count(cell);
    int size = Math.min(CHUNK, count - first);
    Instant start = cell.date().atStartOfDay().toInstant(ZoneOffset.UTC);
    Duration day = Duration.ofDays(1);
    GeneratorSettings settings =
        GeneratorSettings.seeded(Seeds.of(SEED, cell.day, cell.partition, chunk));
    OrderStream stream = new OrderStream(settings, ids);
    return IntStream.range(first, first + size)
        .mapToObj(i -> stream.next(start.plusNanos(day.toNanos() / count * i)));
  }

  /** Any event of the history that became a Silver row. */
  GeneratedOrder anyRefined(SplittableRandom random) {
    while (true) {
      Cell cell = new Cell(random.nextInt(DAYS), random.nextInt(PARTITIONS));
      int count = count(cell);
      int sought = random.nextInt(count);
      int chunk = sought / CHUNK;
      GeneratedOrder order =
          chunk(cell, chunk).skip(sought - (long) chunk * CHUNK).findFirst().orElseThrow().order();
      if (SentOrder.isRefined(order)) {
        return order;
      }
    }
  }
}
