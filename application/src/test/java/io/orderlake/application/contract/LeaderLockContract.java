package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.run.LeaderLock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every leader lock keeps. */
public abstract class LeaderLockContract {
  /** The same leader lock at every call within one test. */
  protected abstract LeaderLock open();

  @Test
  void the_first_epoch_is_1_and_each_taking_raises_it() {
    for (long epoch = 1; epoch <= 3; epoch++) {
      try (LeaderLock.Held held = open().tryTake(0).get()) {
        assertThat(held.epoch()).isEqualTo(epoch);
      }
    }
  }

  @Test
  void a_seat_that_is_held_cannot_be_taken_and_stays_held_by_the_asking() {
    try (LeaderLock.Held held = open().tryTake(0).get()) {
      assertThat(open().tryTake(0)).isEmpty();
      assertThat(open().tryTake(0)).isEmpty();
      assertThat(held.epoch()).isEqualTo(1);
    }
  }

  @Test
  void closing_twice_does_not_free_the_successor_s_seat() {
    LeaderLock.Held first = open().tryTake(0).get();
    first.close();
    try (LeaderLock.Held second = open().tryTake(0).get()) {
      first.close();
      assertThat(open().tryTake(0)).isEmpty();
      assertThat(second.epoch()).isEqualTo(2);
    }
  }

  @Test
  void the_epoch_is_above_any_that_is_known_to_have_been_used() {
    try (LeaderLock.Held held = open().tryTake(41).get()) {
      assertThat(held.epoch()).isEqualTo(42);
    }
    try (LeaderLock.Held held = open().tryTake(7).get()) {
      assertThat(held.epoch()).isEqualTo(43);
    }
  }

  @Test
  void of_many_who_ask_at_once_one_gets_it() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    ExecutorService many = Executors.newFixedThreadPool(8);
    CountDownLatch done = new CountDownLatch(8);
    for (int i = 0; i < 8; i++) {
      many.execute(
          () -> {
            try {
              go.await();
              taken.addAndGet(open().tryTake(0).isDefined() ? 1 : 0);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            } finally {
              done.countDown();
            }
          });
    }
    go.countDown();
    done.await();
    many.shutdown();

    assertThat(taken).hasValue(1);
  }
}
