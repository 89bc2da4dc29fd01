package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.TreeMap;
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

  @Test
  protected void a_topic_that_is_not_there_is_named() {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> offsets("nowhere").ends())
        .withMessageContaining("nowhere");
  }
}
