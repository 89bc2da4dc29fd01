package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.StoredObject;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store at whose n-th change, heartbeats apart, its user falls asleep: whatever is asked for from
 * then on, by any thread, waits until it is woken.
 */
final class SleepingStore implements ObjectStore {
  private final ObjectStore store;
  private final int change;
  private final boolean isMade;
  private final AtomicInteger changes = new AtomicInteger();
  private final CountDownLatch asleep = new CountDownLatch(1);
  private final CountDownLatch woken = new CountDownLatch(1);

  /**
   * Awake at first.
   *
   * @param isMade whether that change is made before, and only its answer is slept through
   */
  SleepingStore(ObjectStore store, int change, boolean isMade) {
    this.store = store;
    this.change = change;
    this.isMade = isMade;
  }

  boolean isAsleep() {
    return asleep.getCount() == 0;
  }

  void wake() {
    woken.countDown();
  }

  private interface Asking<T> {
    T ask() throws IOException;
  }

  private <T> T change(String key, Asking<T> asking) throws IOException {
    boolean falls = !key.endsWith("runner.json") && changes.incrementAndGet() == change;
    if (falls && !isMade) {
      sleep();
    }
    T answer = awake(falls, asking);
    if (falls && isMade) {
      sleep();
    }
    return answer;
  }

  private <T> T awake(boolean falls, Asking<T> asking) throws IOException {
    if (!falls && isAsleep()) {
      sleep();
    }
    return asking.ask();
  }

  private void sleep() {
    asleep.countDown();
    try {
      woken.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean putNew(String key, byte[] content) throws IOException {
    return change(key, () -> store.putNew(key, content));
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    Object unused =
        change(
            key,
            () -> {
              store.put(key, content);
              return key;
            });
  }

  @Override
  public void delete(String key) throws IOException {
    Object unused =
        change(
            key,
            () -> {
              store.delete(key);
              return key;
            });
  }

  @Override
  public Option<byte[]> get(String key) throws IOException {
    return awake(false, () -> store.get(key));
  }

  @Override
  public List<StoredObject> list(String prefix, String from) throws IOException {
    return awake(false, () -> store.list(prefix, from));
  }
}
