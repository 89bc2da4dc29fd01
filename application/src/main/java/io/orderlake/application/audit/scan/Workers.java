package io.orderlake.application.audit.scan;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does steps on a few threads at once.
 *
 * @param threads how many, 1 or more
 */
public record Workers(int threads) {
  /**
   * Does every step once, and returns when all are done. When a step throws, no further ones are
   * begun, those under way are waited for, and what it threw is thrown here.
   *
   * @param worker makes what one thread works with
   * @return the workers, for what they have gathered
   */
  public <W> List<W> all(Seq<Consumer<W>> steps, Supplier<W> worker) {
    Queue<Consumer<W>> queue = new ConcurrentLinkedQueue<>(steps.asJava());
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::thread);
    try {
      List<W> workers = new ArrayList<>();
      List<Future<?>> begun = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        W one = worker.get();
        workers.add(one);
        begun.add(pool.submit(() -> work(queue, one)));
      }
      List<Throwable> failures = new ArrayList<>();
      begun.forEach(each -> await(each, failures));
      if (!failures.isEmpty()) {
        throw failures.get(0) instanceof RuntimeException failure
            ? failure
            : new IllegalStateException("a step of the audit broke", failures.get(0));
      }
      return workers;
    } finally {
      queue.clear();
      pool.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "audit");
    thread.setDaemon(true);
    return thread;
  }

  private static <W> void work(Queue<Consumer<W>> queue, W worker) {
    try {
      for (Consumer<W> step = queue.poll(); step != null; step = queue.poll()) {
        step.accept(worker);
      }
    } catch (RuntimeException | Error e) {
      queue.clear();
      throw e;
    }
  }

  private static void await(Future<?> step, List<Throwable> failures) {
    try {
      @Nullable Object ignored = step.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(e);
    } catch (ExecutionException e) {
      failures.add(e.getCause() == null ? e : e.getCause());
    }
  }
}
