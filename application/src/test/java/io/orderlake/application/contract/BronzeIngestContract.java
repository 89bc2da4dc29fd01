package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.fixture.Event;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.collection.SortedMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BronzeIngest} promises. */
public abstract class BronzeIngestContract {
  /** A topic of at least two partitions and an empty Bronze. */
  public interface Lab {
    OrderEventLog log();

    /** An ingest as a newly started process would open it. */
    BronzeIngest ingest();

    /** All of Bronze, in Bronze order. */
    List<BronzeRecord> bronze();

    /** Removes a partition's records below an offset from the topic. */
    void expire(int partition, long upTo);

    /** Deletes the topic and makes another one of that name. */
    void makeTopicAnew();

    /** Begins a transaction on partition 0. */
    Transaction begin();

    /** Gives the topic more partitions. */
    void addPartitions(int count);

    /** Deletes everything but the tables. */
    void loseCheckpoints();
  }

  /** A transaction on partition 0. */
  public interface Transaction {
    /** Publishes a record without a key. */
    SourcePosition publish(byte[] value);

    void end(boolean committed);
  }

  private final Map<SourcePosition, String> acknowledged = new ConcurrentHashMap<>();
  private Lab lab;

  protected abstract Lab newLab();

  @BeforeEach
  void open() {
    lab = newLab();
  }

  @Test
  void what_kafka_acknowledged_is_in_bronze_once_and_byte_for_byte() {
    publish("k1", Event.v2("e-1").bytes());
    publish("k2", new byte[] {0, -1, 127, '\n', '"'});
    publish(null, new byte[0]);
    publish("ключ", "{\"city\":\"Köln\"}".getBytes(UTF_8));
    IngestProgress progress = lab.ingest().catchUp(p -> {});

    assertThat(progress.records()).isEqualTo(4);
    assertThat(progress.lag()).isZero();
    assertBronzeHoldsWhatWasAcknowledged();
  }

  @Test
  void catching_up_again_adds_only_what_is_new() {
    publishMany(50);
    BronzeIngest ingest = lab.ingest();
    ingest.catchUp(p -> {});
    assertThat(ingest.catchUp(p -> {}).records()).isZero();
    publishMany(7);

    assertThat(ingest.catchUp(p -> {}).records()).isEqualTo(7);
    assertBronzeHoldsWhatWasAcknowledged();
  }

  @Test
  void
      without_its_checkpoints_a_new_start_goes_on_from_bronze_s_own_offsets_without_loss_or_repeat() {
    publishMany(30);
    lab.ingest().catchUp(p -> {});
    lab.loseCheckpoints();
    publishMany(5);

    assertThat(lab.ingest().catchUp(p -> {}).records()).isEqualTo(5);
    assertBronzeHoldsWhatWasAcknowledged();
  }

  @Test
  void a_running_ingest_stores_what_comes_until_it_is_closed() throws InterruptedException {
    AtomicLong stored = new AtomicLong();
    publishMany(10);
    try (RunningIngest running =
        lab.ingest().start(Duration.ofMillis(100), p -> stored.set(p.records()))) {
      awaitAtLeast(10, stored, running);
      publishMany(10);
      awaitAtLeast(20, stored, running);
    }
    publishMany(3);

    assertThat(lab.bronze()).hasSize(20);
    assertThat(lab.ingest().catchUp(p -> {}).records()).isEqualTo(3);
    assertBronzeHoldsWhatWasAcknowledged();
  }

  @Test
  void bronze_order_follows_the_commits_and_then_the_offsets() {
    publishMany(20);
    lab.ingest().catchUp(p -> {});
    List<SourcePosition> first = lab.bronze().stream().map(BronzeRecord::source).toList();
    publishMany(20);
    lab.ingest().catchUp(p -> {});

    List<BronzeRecord> all = lab.bronze();
    assertThat(all.stream().limit(20).map(BronzeRecord::source).toList()).isEqualTo(first);
    assertThat(all).extracting(BronzeRecord::order).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void progress_says_where_bronze_stands() {
    publishMany(25);
    IngestProgress progress = lab.ingest().catchUp(p -> {});

    long stored = progress.state().nextOffsets().values().sum().longValue();
    assertThat(stored).isEqualTo(25);
    assertThat(progress.state().table().version()).isNotNegative();
  }

  @Test
  void offsets_lost_to_retention_are_named_and_nothing_is_read() {
    OffsetGap gap = loseSomeRecords();

    assertThatThrownBy(() -> lab.ingest().catchUp(p -> {}))
        .isInstanceOfSatisfying(LakeFailure.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageContaining(
            String.format(
                Locale.ROOT,
                "%s begins at offset %d, Bronze holds it up to %d, so %d offsets are lost",
                gap.partition(),
                gap.until(),
                gap.from(),
                gap.size()))
        .hasMessageContaining("orderlake ingest --accept-gap " + gap);
    assertBronzeHoldsWhatWasAcknowledgedBefore(gap);
  }

  @Test
  void a_gap_that_was_accepted_is_gone_past_and_kept_with_bronze() {
    OffsetGap gap = loseSomeRecords();
    lab.ingest().acceptGap(gap);
    lab.loseCheckpoints();
    IngestProgress progress = lab.ingest().catchUp(p -> {});

    assertThat(progress.state().acceptedGaps()).containsExactly(gap);
    assertThat(progress.lag()).isZero();
    acknowledged.keySet().removeIf(position -> isIn(gap, position));
    assertBronzeHoldsWhatWasAcknowledged();
  }

  @Test
  void a_gap_accepted_once_more_changes_nothing() {
    OffsetGap gap = loseSomeRecords();
    lab.ingest().acceptGap(gap);
    long version = lab.ingest().catchUp(p -> {}).state().table().version();
    lab.ingest().acceptGap(gap);

    assertThat(lab.ingest().catchUp(p -> {}).state().table().version()).isEqualTo(version);
  }

  @Test
  void no_other_gap_than_the_one_that_was_named_is_gone_past() {
    OffsetGap gap = loseSomeRecords();
    OffsetGap less = new OffsetGap(gap.partition(), gap.from(), gap.until() - 1);

    assertThatThrownBy(() -> lab.ingest().acceptGap(less))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("there is no gap " + less)
        .hasMessageContaining("--accept-gap " + gap);
    assertThatThrownBy(() -> lab.ingest().catchUp(p -> {})).isInstanceOf(LakeFailure.class);
    assertBronzeHoldsWhatWasAcknowledgedBefore(gap);
  }

  @Test
  void a_topic_made_anew_is_named_even_when_it_has_more_records_than_the_one_before() {
    publishMany(20);
    lab.ingest().catchUp(p -> {});
    Map<SourcePosition, String> before = Map.copyOf(acknowledged);
    lab.makeTopicAnew();
    publishMany(60);

    assertThatThrownBy(() -> lab.ingest().catchUp(p -> {}))
        .isInstanceOfSatisfying(LakeFailure.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageContaining("was deleted and made anew");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void what_a_transaction_has_committed_is_stored_and_what_one_has_aborted_is_not() {
    transaction(false, 2);
    transaction(true, 3);
    publishMany(4);
    IngestProgress progress = lab.ingest().catchUp(p -> {});

    assertThat(progress.records()).isEqualTo(7);
    assertThat(progress.lag()).isZero();
    assertThat(progress.held()).isZero();
    assertBronzeHoldsWhatWasAcknowledged();
    assertThat(lab.ingest().catchUp(p -> {}).records()).isZero();
  }

  @Test
  void offsets_that_hold_no_record_are_read_past_at_once_and_may_be_gone_afterwards() {
    transaction(true, 1);
    IngestProgress first = lab.ingest().catchUp(p -> {});
    lab.expire(0, next(first));
    transaction(false, 5);
    IngestProgress second = lab.ingest().catchUp(p -> {});
    lab.expire(0, next(second));
    lab.loseCheckpoints();
    transaction(true, 2);
    IngestProgress third = lab.ingest().catchUp(p -> {});

    assertThat(List.of(next(first), next(second), next(third))).containsExactly(2L, 8L, 11L);
    assertThat(List.of(first.lag(), second.lag(), third.lag())).containsOnly(0L);
    assertThat(second.records()).isZero();
    assertThat(second.state().table().position()).isEqualTo(first.state().table().position());
    assertThat(third.records()).isEqualTo(2);
    assertBronzeHoldsWhatWasAcknowledged();
  }

  @Test
  void what_lies_behind_an_open_transaction_waits_for_its_end_and_is_told() {
    transaction(true, 1);
    Transaction open = lab.begin();
    SourcePosition waiting = open.publish(new byte[] {1});
    IngestProgress before = lab.ingest().catchUp(p -> {});
    open.end(true);
    acknowledged.put(waiting, shown(null, new byte[] {1}));
    IngestProgress after = lab.ingest().catchUp(p -> {});

    assertThat(before.records()).isOne();
    assertThat(before.lag()).isZero();
    assertThat(before.held()).isOne();
    assertThat(after.records()).isOne();
    assertThat(after.held()).isZero();
    assertBronzeHoldsWhatWasAcknowledged();
  }

  @Test
  void partitions_that_are_added_are_told_and_read_from_their_beginning()
      throws InterruptedException {
    AtomicLong stored = new AtomicLong();
    AtomicLong partitions = new AtomicLong();
    publishMany(10);
    try (RunningIngest running =
        lab.ingest()
            .start(
                Duration.ofMillis(100),
                p -> {
                  stored.set(p.records());
                  partitions.set(p.partitions());
                })) {
      awaitAtLeast(10, stored, running);
      long before = partitions.get();
      lab.addPartitions(3);
      publishMany(40);
      awaitAtLeast(50, stored, running);
      assertThat(partitions).hasValue(before + 3);
    }

    assertThat(acknowledged.keySet()).extracting(SourcePosition::partition).contains(2, 3, 4);
    assertBronzeHoldsWhatWasAcknowledged();
  }

  private static long next(IngestProgress progress) {
    return progress
        .state()
        .nextOffsets()
        .find(next -> next._1.partition() == 0)
        .map(next -> next._2)
        .getOrElse(0L);
  }

  private void transaction(boolean committed, int records) {
    Transaction transaction = lab.begin();
    for (int i = 0; i < records; i++) {
      byte[] value = Event.v2("t-" + acknowledged.size() + "-" + i).bytes();
      SourcePosition position = transaction.publish(value);
      if (committed) {
        acknowledged.put(position, shown(null, value));
      }
    }
    transaction.end(committed);
  }

  /** Bronze holds the first records of a partition, the topic no longer the next ones. */
  private OffsetGap loseSomeRecords() {
    publishMany(20);
    SortedMap<TopicPartition, Long> next = lab.ingest().catchUp(p -> {}).state().nextOffsets();
    publishMany(40);
    TopicPartition partition = next.keySet().head();
    long from = next.get(partition).get();
    OffsetGap gap = new OffsetGap(partition, from, from + 3);
    lab.expire(partition.partition(), gap.until());
    return gap;
  }

  private static boolean isIn(OffsetGap gap, SourcePosition position) {
    return position.topic().equals(gap.partition().topic())
        && position.partition() == gap.partition().partition()
        && position.offset() >= gap.from()
        && position.offset() < gap.until();
  }

  private void assertBronzeHoldsWhatWasAcknowledgedBefore(OffsetGap gap) {
    assertThat(lab.bronze()).hasSize(20);
    assertThat(acknowledged).containsAllEntriesOf(stored());
    assertThat(stored().keySet()).isNotEmpty().noneMatch(position -> isIn(gap, position));
  }

  private static void awaitAtLeast(long records, AtomicLong stored, RunningIngest running)
      throws InterruptedException {
    while (stored.get() < records) {
      running
          .await(Duration.ofMillis(1))
          .forEach(
              failure -> {
                throw failure;
              });
      Thread.sleep(100);
    }
  }

  private void publishMany(int records) {
    int before = acknowledged.size();
    for (int i = 0; i < records; i++) {
      publish("order-" + (before + i), Event.v2("e-" + (before + i)).bytes());
    }
  }

  private void publish(String key, byte[] value) {
    lab.log().publish(key, value, delivery -> note(key, value, delivery));
    lab.log().flush();
  }

  private void note(String key, byte[] value, Delivery delivery) {
    if (delivery instanceof Delivery.Acknowledged stored) {
      acknowledged.put(stored.position(), shown(key == null ? null : key.getBytes(UTF_8), value));
    } else {
      throw new AssertionError("not acknowledged: " + delivery);
    }
  }

  private static String shown(byte[] key, byte[] value) {
    return Arrays.toString(key) + Arrays.toString(value);
  }

  private void assertBronzeHoldsWhatWasAcknowledged() {
    List<BronzeRecord> bronze = lab.bronze();
    assertThat(bronze).extracting(BronzeRecord::source).doesNotHaveDuplicates();
    assertThat(stored()).isEqualTo(acknowledged);
  }

  private Map<SourcePosition, String> stored() {
    return lab.bronze().stream()
        .collect(
            Collectors.toMap(
                BronzeRecord::source, r -> shown(r.content().key(), r.content().value())));
  }
}
