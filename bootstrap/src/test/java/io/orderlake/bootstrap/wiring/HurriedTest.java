package io.orderlake.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HurriedTest {
  private final Hurried hurried = new Hurried("somebody", Duration.ofMinutes(20));
  private final Hurried impatient = new Hurried("somebody", Duration.ofMillis(1));

  @AfterEach
  void end() {
    hurried.close();
    impatient.close();
  }

  @Test
  void an_answer_is_handed_on_and_so_is_a_failure() {
    assertThat(hurried.ask(() -> 7)).isEqualTo(7);
    assertThatThrownBy(
            () ->
                hurried.ask(
                    () -> {
                      throw LakeFailure.lasting("no such topic");
                    }))
        .isInstanceOf(LakeFailure.class)
        .hasMessage("no such topic");
    assertThat(hurried.ask(() -> 8)).isEqualTo(8);
  }

  @Test
  void who_does_not_answer_in_time_is_not_asked_again_until_it_has() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(
            () ->
                impatient.ask(
                    () -> {
                      silent.await();
                      answered.countDown();
                      return 1;
                    }))
        .isInstanceOfSatisfying(
            LakeFailure.class,
            late -> assertThat(late.failureCause()).isEqualTo(FailureCause.TIMED_OUT));
    assertThatThrownBy(() -> impatient.ask(asked::incrementAndGet)).hasMessageContaining("1 ms");
    assertThat(asked).hasValue(0);

    silent.countDown();
    answered.await();
  }
}
