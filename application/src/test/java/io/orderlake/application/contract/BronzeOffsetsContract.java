package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.domain.bronze.BronzeOffsets;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import org.junit.jupiter.api.Test;

/** What all {@link BronzeOffsets} promise. */
public abstract class BronzeOffsetsContract {
  private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
  private static final TopicPartition ORDERS_1 = new TopicPartition("orders", 1);

  /** Of the Bronze that {@link #commit} fills; each call opens them anew. */
  protected abstract BronzeOffsets offsets();

  /**
   * Commits to Bronze.
   *
   * @param nextOffsets of the partitions that this commit took records from
   * @return the version committed
   */
  protected abstract long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets);

  @Test
  protected void before_the_first_commit_there_are_none() {
    assertThat(offsets().next(TableState.NOTHING_READ)).isEmpty();
  }

  @Test
  protected void each_version_has_those_that_bronze_had_then() {
    long first = commit(0, TreeMap.of(ORDERS_0, 5L));
    long second = commit(1, TreeMap.of(ORDERS_1, 9L));
    long third = commit(2, TreeMap.of(ORDERS_0, 6L, ORDERS_1, 9L));
    BronzeOffsets offsets = offsets();

    assertThat(offsets.next(second)).isEqualTo(TreeMap.of(ORDERS_0, 5L, ORDERS_1, 9L));
    assertThat(offsets.next(third)).isEqualTo(TreeMap.of(ORDERS_0, 6L, ORDERS_1, 9L));
    assertThat(offsets.next(first)).isEqualTo(TreeMap.of(ORDERS_0, 5L));
    assertThat(offsets.next(TableState.NOTHING_READ)).isEmpty();
  }

  @Test
  protected void versions_that_rise_have_their_own() {
    BronzeOffsets offsets = offsets();
    for (long sequence = 0; sequence < 25; sequence++) {
      long version = commit(sequence, TreeMap.of(ORDERS_0, 10 * sequence));

      assertThat(offsets.next(version)).isEqualTo(TreeMap.of(ORDERS_0, 10 * sequence));
    }
  }

  @Test
  protected void whoever_asks_late_is_told_the_same() {
    long asked = -1;
    for (long sequence = 0; sequence < 25; sequence++) {
      long version = commit(sequence, TreeMap.of(ORDERS_0, 10 * sequence));
      asked = sequence == 17 ? version : asked;
    }

    assertThat(offsets().next(asked)).isEqualTo(TreeMap.of(ORDERS_0, 170L));
  }

  @Test
  protected void a_version_that_is_not_there_is_a_failure() {
    long version = commit(0, TreeMap.of(ORDERS_0, 5L));
    BronzeOffsets offsets = offsets();

    assertThatExceptionOfType(LakeFailure.class).isThrownBy(() -> offsets.next(version + 1));
    assertThat(offsets.next(version)).isEqualTo(TreeMap.of(ORDERS_0, 5L));
    assertThatExceptionOfType(LakeFailure.class).isThrownBy(() -> offsets.next(version + 1));
  }
}
