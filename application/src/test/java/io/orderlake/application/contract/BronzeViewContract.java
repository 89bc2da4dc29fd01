package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What every {@link BronzeView} promises. */
public abstract class BronzeViewContract {
  private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
  private static final TopicPartition ORDERS_1 = new TopicPartition("orders", 1);
  private static final TopicPartition ORDERS_10 = new TopicPartition("orders", 10);
  private static final TopicPartition RETURNS_0 = new TopicPartition("returns.v2-eu_west", 0);

  /** One view, over the Bronze that {@link #commit} fills. */
  protected abstract BronzeView view();

  /**
   * Commits to Bronze.
   *
   * @param nextOffsets of the partitions that this commit took records from
   * @return the version committed
   */
  protected abstract long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets);

  /** Commits that Bronze is filled from the topic of that id. */
  protected abstract void commitTopicId(String topic, String id);

  @Test
  protected void before_the_first_commit_there_is_no_state() {
    assertThat(view().state()).isEmpty();
    assertThat(view().topicId("orders")).isEmpty();
  }

  @Test
  protected void it_knows_which_topic_it_was_filled_from() {
    commit(0, TreeMap.of(ORDERS_0, 5L));
    assertThat(view().topicId("orders")).isEmpty();
    commitTopicId("orders", "a-B_3");

    assertThat(view().topicId("orders")).contains("a-B_3");
    assertThat(view().topicId("order")).isEmpty();
    assertThat(view().state().get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 5L));
  }

  @Test
  protected void the_state_is_that_of_the_newest_commit() {
    long version = commit(0, TreeMap.of(ORDERS_0, 5L, ORDERS_1, 7L));

    assertThat(view().state())
        .contains(
            new BronzeState(new TableState(version, 0), TreeMap.of(ORDERS_0, 5L, ORDERS_1, 7L)));
  }

  @Test
  protected void a_partition_without_news_keeps_its_offset() {
    commit(0, TreeMap.of(ORDERS_0, 5L, ORDERS_1, 7L));
    long version = commit(1, TreeMap.of(ORDERS_1, 9L));

    assertThat(view().state())
        .contains(
            new BronzeState(new TableState(version, 1), TreeMap.of(ORDERS_0, 5L, ORDERS_1, 9L)));
  }

  @Test
  protected void topics_and_partitions_are_told_apart() {
    SortedMap<TopicPartition, Long> offsets =
        TreeMap.of(ORDERS_0, 1L, ORDERS_1, 2L, ORDERS_10, 3L, RETURNS_0, 4_000_000_000_000L);
    commit(41, offsets);

    assertThat(view().state().get().nextOffsets()).isEqualTo(offsets);
    assertThat(view().state().get().table().position()).isEqualTo(41);
  }

  @Test
  protected void one_view_follows_the_commits_as_they_come() {
    BronzeView view = view();
    assertThat(view.state()).isEmpty();

    for (long sequence = 0; sequence < 25; sequence++) {
      long version = commit(sequence, TreeMap.of(ORDERS_0, 10 * sequence));

      assertThat(view.state())
          .contains(
              new BronzeState(
                  new TableState(version, sequence), TreeMap.of(ORDERS_0, 10 * sequence)));
    }
  }

  @Test
  protected void a_view_that_looks_late_sees_what_one_saw_that_looked_all_the_time() {
    BronzeView early = view();
    for (long sequence = 0; sequence < 12; sequence++) {
      commit(
          sequence, TreeMap.of(new TopicPartition("orders", (int) (sequence % 3)), 100 + sequence));
      early.state();
    }

    assertThat(view().state()).isEqualTo(early.state());
    assertThat(early.state().get().nextOffsets())
        .isEqualTo(
            TreeMap.of(ORDERS_0, 109L, ORDERS_1, 110L, new TopicPartition("orders", 2), 111L));
  }

  @Test
  protected void asked_twice_it_answers_the_same() {
    BronzeView view = view();
    commit(3, TreeMap.of(ORDERS_0, 5L));

    Option<BronzeState> first = view.state();
    assertThat(first.get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 5L));
    assertThat(view.state()).isEqualTo(first);
  }
}
