package io.orderlake.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestProgress;
import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShadowLagTest {
  private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

  private final ScriptedGroup group = new ScriptedGroup();
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final List<Long> heard = new CopyOnWriteArrayList<>();

  private ShadowLag shadow() {
    return ShadowLag.in(group, io.vavr.collection.List.of("orders"), new Troubles(notes::add));
  }

  private void tell(ShadowLag shadow, long next) {
    Consumer<IngestProgress> ingest = shadow.before(told -> heard.add(told.records()));
    SortedMap<TopicPartition, Long> offsets =
        TreeMap.of(ORDERS, next, new TopicPartition("dropped", 0), 9L);
    ingest.accept(
        new IngestProgress(next, 1, 0, 0, 1, new BronzeState(new TableState(next, next), offsets)));
  }

  @Test
  void what_bronze_has_committed_is_shown_and_told_on() throws Exception {
    try (ShadowLag shadow = shadow()) {
      tell(shadow, 5);
      assertThat(group.shown.take()).isEqualTo(TreeMap.of(ORDERS, 5L));
    }
    assertThat(heard).containsExactly(5L);
    assertThat(notes).isEmpty();
  }

  @Test
  void an_ingest_does_not_wait_for_it_and_the_newest_is_shown_in_the_end() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    group.before = () -> await(goOn);
    try (ShadowLag shadow = shadow()) {
      for (long next = 1; next <= 100; next++) {
        tell(shadow, next);
      }
      assertThat(heard).hasSize(100);
      goOn.countDown();
    }
    assertThat(group.shown.size()).isBetween(1, 3);
    assertThat(List.copyOf(group.shown)).last().isEqualTo(TreeMap.of(ORDERS, 100L));
  }

  @Test
  void a_trouble_is_told_once_and_tried_again_and_so_is_its_end() throws Exception {
    group.failures.add(
        LakeFailure.because(FailureCause.MISCONFIGURED, "somebody reads in that group"));
    group.failures.add(
        LakeFailure.because(FailureCause.MISCONFIGURED, "somebody reads in that group"));
    try (ShadowLag shadow = shadow()) {
      tell(shadow, 5);
      tell(shadow, 6);
      assertThat(group.shown.take()).isEqualTo(TreeMap.of(ORDERS, 6L));
    }
    assertThat(notes).hasSize(2);
    assertThat(notes.get(0)).contains("the ingest goes on", "somebody reads in that group");
    assertThat(notes.get(1)).contains("shows again");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class ScriptedGroup implements ShadowGroup {
    final BlockingQueue<SortedMap<TopicPartition, Long>> shown = new LinkedBlockingQueue<>();
    final BlockingQueue<LakeFailure> failures = new LinkedBlockingQueue<>();
    volatile Runnable before = () -> {};

    @Override
    public void show(SortedMap<TopicPartition, Long> next) {
      before.run();
      LakeFailure failure = failures.poll();
      if (failure != null) {
        throw failure;
      }
      shown.add(next);
    }
  }
}
