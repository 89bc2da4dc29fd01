package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Trouble;
import io.orderlake.domain.alert.TroubleLog;
import io.orderlake.domain.alert.TroubleLog.Entry;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What every log of what was told keeps. */
public abstract class TroubleLogContract {
  private static final Entry BEGUN =
      new Entry(
          new Trouble(
              Alert.RECORDS_LOST,
              TreeMap.of("topic", "orders", "partition", "0"),
              "Kafka removed 3 offsets: \"orders\"/0",
              Runs.NOON,
              Option.none()),
          false);

  private static final Entry OVER =
      new Entry(
          new Trouble(
              Alert.GOLD_STALE,
              TreeMap.empty(),
              "an order is not counted",
              Runs.NOON.plusMillis(1),
              Option.some(Runs.NOON.plusSeconds(9))),
          true);

  /** The same log at every call within one test. */
  protected abstract TroubleLog open();

  @Test
  void nothing_was_told_at_first() {
    try (TroubleLog.Held held = open().tryTake().get()) {
      assertThat(held.entries()).isEmpty();
    }
  }

  @Test
  void the_next_one_finds_what_was_kept_last() {
    try (TroubleLog.Held held = open().tryTake().get()) {
      held.keep(List.of(BEGUN));
      held.keep(List.of(BEGUN, OVER));
      assertThat(held.entries()).containsExactly(BEGUN, OVER);
    }
    try (TroubleLog.Held held = open().tryTake().get()) {
      assertThat(held.entries()).containsExactly(BEGUN, OVER);
      held.keep(List.empty());
    }
    try (TroubleLog.Held held = open().tryTake().get()) {
      assertThat(held.entries()).isEmpty();
    }
  }

  @Test
  void one_tells_at_a_time() {
    TroubleLog.Held first = open().tryTake().get();
    assertThat(open().tryTake()).isEmpty();
    first.close();
    try (TroubleLog.Held second = open().tryTake().get()) {
      first.close();
      assertThat(open().tryTake()).isEmpty();
      second.keep(List.of(OVER));
    }
  }
}
