package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link ShadowGroup} promises. */
public abstract class ShadowGroupContract {
  /** The group of that id; no test uses one that another one uses. */
  protected abstract ShadowGroup group(String id);

  /** Makes a topic; no test uses a name that another one uses. */
  protected abstract void create(String topic, int partitions);

  /** What tools that watch Kafka see in the group. */
  protected abstract SortedMap<TopicPartition, Long> seen(String id);

  /**
   * Somebody begins to read a topic in the group.
   *
   * @return has him stop
   */
  protected abstract Runnable read(String id, String topic);

  @Test
  protected void what_is_shown_is_seen() {
    create("shown", 2);
    group("a").show(TreeMap.of(partition("shown", 0), 5L, partition("shown", 1), 0L));

    assertThat(seen("a"))
        .isEqualTo(TreeMap.of(partition("shown", 0), 5L, partition("shown", 1), 0L));
  }

  @Test
  protected void the_newest_is_seen_and_partitions_that_are_not_named_stay() {
    create("newest", 3);
    ShadowGroup group = group("b");
    group.show(TreeMap.of(partition("newest", 0), 5L, partition("newest", 1), 7L));
    group.show(TreeMap.of(partition("newest", 0), 6L, partition("newest", 2), 1L));
    group.show(TreeMap.of(partition("newest", 1), 3L));

    assertThat(seen("b"))
        .isEqualTo(
            TreeMap.of(
                partition("newest", 0), 6L,
                partition("newest", 1), 3L,
                partition("newest", 2), 1L));
  }

  @Test
  protected void nothing_to_show_makes_no_group() {
    group("c").show(TreeMap.empty());

    assertThat(seen("c")).isEmpty();
  }

  @Test
  protected void a_group_in_which_somebody_reads_is_left_alone() {
    create("taken", 1);
    ShadowGroup group = group("d");
    group.show(TreeMap.of(partition("taken", 0), 1L));
    Runnable stop = read("d", "taken");

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> group.show(TreeMap.of(partition("taken", 0), 2L)))
        .withMessageContaining("d")
        .withMessageContaining("somebody reads in that group")
        .matches(failure -> !failure.retryable());
    assertThat(seen("d")).isEqualTo(TreeMap.of(partition("taken", 0), 1L));

    stop.run();
    group.show(TreeMap.of(partition("taken", 0), 2L));
    assertThat(seen("d")).isEqualTo(TreeMap.of(partition("taken", 0), 2L));
  }

  private static TopicPartition partition(String topic, int number) {
    return new TopicPartition(topic, number);
  }
}
