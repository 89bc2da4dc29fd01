package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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

    /** Deletes everything but the tables. */
    void loseCheckpoints();
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
  void a_new_start_reads_on_where_bronze_ends_even_without_its_checkpoints() {
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

  private static void awaitAtLeast(long records, AtomicLong stored, RunningIngest running)
      throws InterruptedException {
    for (int i = 0; i < 600 && stored.get() < records; i++) {
      running
          .await(Duration.ofMillis(1))
          .forEach(
              failure -> {
                throw failure;
              });
      Thread.sleep(100);
    }
    assertThat(stored).hasValueGreaterThanOrEqualTo(records);
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
    assertThat(
            bronze.stream()
                .collect(
                    Collectors.toMap(
                        BronzeRecord::source, r -> shown(r.content().key(), r.content().value()))))
        .isEqualTo(acknowledged);
  }
}
