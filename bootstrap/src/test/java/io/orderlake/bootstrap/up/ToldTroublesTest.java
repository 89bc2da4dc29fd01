package io.orderlake.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.check.CheckLake;
import io.orderlake.application.check.TellTroubles;
import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.application.twin.InMemoryTroubleLog;
import io.orderlake.domain.alert.Trouble;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunFailure;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToldTroublesTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final MetricsStage stage = new MetricsStage();
  private final InMemoryTroubleLog log = new InMemoryTroubleLog();
  private final BlockingQueue<Trouble> asked = new LinkedBlockingQueue<>();

  @BeforeEach
  void a_run_met_something_damaged() {
    stage.fail(stage.begin(JobName.SILVER, "silver-1"), RunFailure.Category.CORRUPTION);
  }

  private TellTroubles telling(Predicate<Trouble> receiver) {
    return new TellTroubles(new CheckLake(stage.metrics(), stage.clock), receiver::test, log);
  }

  private static ToldTroubles start(TellTroubles telling) {
    return ToldTroubles.start(telling, new ToldTroubles.Pauses(MOMENT, MOMENT, MOMENT));
  }

  @Test
  void what_is_not_taken_is_told_again_until_it_is() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (ToldTroubles telling =
        start(
            telling(
                trouble -> {
                  asked.add(trouble);
                  return tries.incrementAndGet() == 3;
                }))) {
      for (int i = 0; i < 3; i++) {
        assertThat(asked.take().alert().title()).isEqualTo("OrderlakeCorruption");
      }
    }
  }

  @Test
  void nobody_waits_for_a_receiver_that_does_not_answer() throws Exception {
    CountDownLatch answers = new CountDownLatch(1);
    ToldTroubles telling =
        start(
            telling(
                trouble -> {
                  asked.add(trouble);
                  try {
                    answers.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return false;
                }));
    assertThat(asked.take().alert().title()).isEqualTo("OrderlakeCorruption");
    telling.close();

    assertThat(log.tryTake().get().entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.isTold()).isFalse());
    answers.countDown();
  }
}
