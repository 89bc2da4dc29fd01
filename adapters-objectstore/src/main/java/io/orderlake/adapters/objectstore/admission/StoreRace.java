package io.orderlake.adapters.objectstore.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.StoredObject;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether a store refuses a key that is taken when many put at once. A store that looks first and
 * writes then passes every probe of one client, and loses commits of two: only a race tells. What
 * is put for it is removed again.
 */
public final class StoreRace {
  private static final int RUNNERS = 16;
  private static final int KEYS = 20;

  private final ObjectStore store;
  private final String prefix;

  /**
   * A race in a place where nobody else puts anything.
   *
   * @param prefix of the keys, with a slash at its end
   */
  public StoreRace(ObjectStore store, String prefix) {
    this.store = store;
    this.prefix = prefix + UUID.randomUUID() + "/";
  }

  /**
   * Runs it.
   *
   * @return what the store did wrong, as a sentence; none when it can be trusted
   * @throws IOException when the store does not answer, or refuses what is not refused for its key
   */
  public Option<String> run() throws IOException {
    ExecutorService runners = Executors.newFixedThreadPool(RUNNERS);
    try {
      for (int key = 0; key < KEYS; key++) {
        Option<String> wrong = race("key-" + key, runners);
        if (wrong.isDefined()) {
          return wrong;
        }
      }
      return notListed();
    } finally {
      runners.shutdownNow();
      for (StoredObject left : store.list(prefix, "")) {
        store.delete(prefix + left.name());
      }
    }
  }

  private Option<String> race(String name, ExecutorService runners) throws IOException {
    CyclicBarrier start = new CyclicBarrier(RUNNERS);
    List<Future<Boolean>> puts =
        List.range(0, RUNNERS)
            .map(
                runner ->
                    runners.submit(
                        (Callable<Boolean>)
                            () -> {
                              start.await();
                              return store.putNew(prefix + name, content(runner));
                            }));
    List<Integer> winners = List.empty();
    for (int runner = 0; runner < RUNNERS; runner++) {
      if (result(puts.get(runner))) {
        winners = winners.append(runner);
      }
    }
    if (winners.size() != 1) {
      return Option.some(
          "of %s who put one new object at once %s were told that theirs is there"
              .formatted(RUNNERS, winners.isEmpty() ? "none" : winners.size()));
    }
    String there = store.get(prefix + name).map(bytes -> new String(bytes, UTF_8)).getOrElse("");
    return there.equals(new String(content(winners.head()), UTF_8))
        ? Option.none()
        : Option.some("an object that was put is not the one that is read");
  }

  private Option<String> notListed() throws IOException {
    int listed = store.list(prefix, "").size();
    return listed == KEYS
        ? Option.none()
        : Option.some("of %s objects that were put %s are listed".formatted(KEYS, listed));
  }

  private static byte[] content(int runner) {
    return ("runner " + runner).getBytes(UTF_8);
  }

  private static boolean result(Future<Boolean> put) throws IOException {
    try {
      return put.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException("a put failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("the race was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
