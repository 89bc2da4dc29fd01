package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** What every {@link SourceOffsets} promises. */
public abstract class SourceOffsetsContract {
  /** The offsets of that topic, which need not be there. */
  protected abstract SourceOffsets offsets(String topic);

  /** Makes a topic; no test uses a name that another one uses. */
  protected abstract void create(String topic, int partitions);

  /** Stores records in a partition and waits until they are acknowledged. */
  protected abstract void store(String topic, int partition, int records);

  @Test
  protected void a_partition_without_records_ends_at_zero() {
    create("quiet", 2);

    assertThat(offsets("quiet").ends())
        .isEqualTo(
            TreeMap.of(new TopicPartition("quiet", 0), 0L, new TopicPartition("quiet", 1), 0L));
  }

  @Test
  protected void the_end_is_the_offset_of_the_next_record() {
    create("busy", 3);
    store("busy", 0, 5);
    store("busy", 2, 1);

    assertThat(offsets("busy").ends())
        .isEqualTo(
            TreeMap.of(
                new TopicPartition("busy", 0), 5L,
                new TopicPartition("busy", 1), 0L,
                new TopicPartition("busy", 2), 1L));
  }

  @Test
  protected void each_call_looks_anew() {
    create("growing", 1);
    SourceOffsets offsets = offsets("growing");
    store("growing", 0, 2);
    long before = offsets.ends().get(new TopicPartition("growing", 0)).get();
    store("growing", 0, 3);

    assertThat(before).isEqualTo(2);
    assertThat(offsets.ends()).isEqualTo(TreeMap.of(new TopicPartition("growing", 0), 5L));
  }

  @Test
  protected void topics_beside_it_do_not_count() {
    create("mine", 1);
    create("mine-too", 4);
    store("mine-too", 3, 7);

    assertThat(offsets("mine").ends()).isEqualTo(TreeMap.of(new TopicPartition("mine", 0), 0L));
  }

  /** Removes a partition's records below an offset. */
  protected abstract void expire(String topic, int partition, long upTo);

  /** Deletes a topic and waits until it is gone. */
  protected abstract void delete(String topic);

  @Test
  protected void a_topic_that_is_not_there_is_named() {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> offsets("nowhere").ends())
        .withMessageContaining("nowhere");
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> offsets("nowhere").state())
        .withMessageContaining("nowhere");
  }

  @Test
  protected void the_state_holds_where_each_partition_begins_and_ends() {
    create("expiring", 2);
    store("expiring", 0, 5);
    store("expiring", 1, 2);
    expire("expiring", 0, 3);

    assertThat(offsets("expiring").state().ends()).isEqualTo(offsets("expiring").ends());
    assertThat(offsets("expiring").state().beginnings())
        .isEqualTo(
            TreeMap.of(
                new TopicPartition("expiring", 0), 3L, new TopicPartition("expiring", 1), 0L));
  }

  /** Stores a record in a partition within a transaction, and gives what ends it. */
  protected abstract Runnable openTransaction(String topic, int partition);

  @Test
  protected void what_an_open_transaction_holds_back_is_told() {
    create("transactional", 2);
    store("transactional", 0, 3);
    Runnable commit = openTransaction("transactional", 0);
    SourceState open = offsets("transactional").state();
    commit.run();
    SourceState ended = offsets("transactional").state();

    assertThat(open.held()).isOne();
    assertThat(open.lag(TreeMap.of(new TopicPartition("transactional", 0), 1L))).isEqualTo(2);
    assertThat(open.ends().get(new TopicPartition("transactional", 0))).contains(4L);
    assertThat(ended.held()).isZero();
    assertThat(ended.lag(TreeMap.empty())).isEqualTo(5);
  }

  @Test
  protected void a_topic_made_anew_is_told_from_the_one_before() {
    create("again", 1);
    store("again", 0, 2);
    Option<String> before = offsets("again").state().topicId();
    assertThat(offsets("again").state().topicId()).as("asked again").isEqualTo(before);
    delete("again");
    create("again", 1);
    store("again", 0, 2);

    assertThat(before).isNotEmpty();
    assertThat(offsets("again").state().topicId()).isNotEmpty().isNotEqualTo(before);
  }
}
