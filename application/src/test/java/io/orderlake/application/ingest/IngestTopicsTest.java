package io.orderlake.application.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of several topics; that they get into one Bronze is shown with Kafka and Spark. */
class IngestTopicsTest {
  private static IngestProgress progress(long records, long lag, long version) {
    return new IngestProgress(
        records,
        records,
        lag,
        1,
        2,
        new BronzeState(new TableState(version, version), TreeMap.empty()));
  }

  /** Says what it is told to say. */
  private static final class Scripted implements BronzeIngest {
    private final IngestProgress says;
    private final List<OffsetGap> accepted = new ArrayList<>();
    private @Nullable LakeFailure ends;
    private boolean closed;

    Scripted(IngestProgress says) {
      this.says = says;
    }

    @Override
    public RunningIngest start(Duration interval, Consumer<IngestProgress> listener) {
      if (says.records() < 0) {
        throw LakeFailure.lasting("cannot be started");
      }
      listener.accept(says);
      return new RunningIngest() {
        @Override
        public Option<LakeFailure> await(Duration atMost) {
          return Option.of(ends);
        }

        @Override
        public void close() {
          closed = true;
        }
      };
    }

    @Override
    public IngestProgress catchUp(Consumer<IngestProgress> listener) {
      listener.accept(says);
      return says;
    }

    @Override
    public void acceptGap(OffsetGap gap) {
      accepted.add(gap);
    }
  }

  private final Scripted shop = new Scripted(progress(3, 10, 7));
  private final Scripted orders = new Scripted(progress(4, 5, 9));
  private final IngestTopics both = new IngestTopics(TreeMap.of("shop", shop, "orders", orders));

  @Test
  void what_is_told_is_the_sum_of_all_topics() {
    List<IngestProgress> told = new ArrayList<>();
    IngestProgress sum = both.catchUp(told::add);

    assertThat(told)
        .as("partitions that are told of later have not come since")
        .extracting(IngestProgress::partitions)
        .containsExactly(0, 4);
    assertThat(sum.records()).isEqualTo(7);
    assertThat(sum.lag()).isEqualTo(15);
    assertThat(sum.held()).isEqualTo(2);
    assertThat(sum.partitions()).isEqualTo(4);
    assertThat(sum.state().table().version()).isEqualTo(9);
  }

  @Test
  void a_lag_that_one_does_not_know_is_not_known() {
    Scripted dark = new Scripted(progress(1, IngestProgress.UNKNOWN_LAG, 1));
    assertThat(new IngestTopics(TreeMap.of("a", dark, "b", orders)).catchUp(p -> {}).lag())
        .isEqualTo(IngestProgress.UNKNOWN_LAG);
  }

  @Test
  void when_one_ends_all_end() {
    try (RunningIngest running = both.start(Duration.ofSeconds(1), p -> {})) {
      assertThat(running.await(Duration.ofMillis(2))).isEmpty();
      orders.ends = LakeFailure.lasting("records are lost");
      assertThat(running.await(Duration.ofMillis(2))).contains(orders.ends);
    }
    assertThat(List.of(shop.closed, orders.closed)).containsOnly(true);
  }

  @Test
  void when_one_cannot_be_started_those_before_it_are_stopped() {
    Scripted broken = new Scripted(progress(-1, 0, 0));
    IngestTopics topics = new IngestTopics(TreeMap.of("a", shop, "b", broken));
    assertThatThrownBy(() -> topics.start(Duration.ofSeconds(1), p -> {}))
        .hasMessageContaining("cannot be started");
    assertThat(shop.closed).isTrue();
  }

  @Test
  void a_gap_is_accepted_by_its_topic() {
    OffsetGap gap = new OffsetGap(new TopicPartition("shop", 0), 1, 5);
    both.acceptGap(gap);
    assertThat(shop.accepted).containsExactly(gap);
    assertThat(orders.accepted).isEmpty();
    OffsetGap other = new OffsetGap(new TopicPartition("elsewhere", 0), 1, 5);
    assertThatThrownBy(() -> both.acceptGap(other))
        .hasMessageContaining("elsewhere")
        .hasMessageContaining("orders, shop");
  }
}
