package io.orderlake.application.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptibleTest {
  private final List<String> taken = new ArrayList<>();

  @AfterEach
  void others_are_not_interrupted() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void everything_is_taken_until_the_thread_is_interrupted() {
    Consumer<String> consumer = Interruptible.of(taken::add);
    consumer.accept("a");
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> consumer.accept("b"));
    assertThat(taken).containsExactly("a");
  }

  @Test
  void whichever_thread_reads_it_is_the_one_that_asked_that_counts() {
    Thread asking = Thread.currentThread();
    Runnable check = Interruptible.check();
    Thread.currentThread().interrupt();

    CompletableFuture<Boolean> stopped =
        CompletableFuture.supplyAsync(
            () -> {
              assertThat(Thread.currentThread()).isNotSameAs(asking);
              try {
                check.run();
                return false;
              } catch (CancellationException e) {
                return true;
              }
            },
            task -> new Thread(task).start());
    while (!stopped.isDone()) {
      Thread.onSpinWait(); // join() would take the interrupt away meanwhile
    }

    assertThat(stopped.join()).isTrue();
  }
}
