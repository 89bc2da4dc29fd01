package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.StoredObject;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for objects that were not there at the last look. */
final class PollingWait {
  private final long look;
  private Set<StoredObject> seen = HashSet.empty();
  private boolean woken;

  PollingWait(Duration look) {
    this.look = look.toNanos();
  }

  /** What is known to be there. */
  synchronized void seen(List<StoredObject> listed) {
    seen = listed.toSet();
  }

  /** Looks until there is more, {@link #wakeUp} is called or the time is over. */
  void await(Duration atMost, Supplier<List<StoredObject>> now) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!pause(end - System.nanoTime()) && end - System.nanoTime() > 0) {
      List<StoredObject> listed = now.get();
      synchronized (this) {
        if (listed.exists(object -> !seen.contains(object))) {
          return;
        }
      }
    }
  }

  /** True when woken, also if that was before. */
  private synchronized boolean pause(long left) {
    long end = System.nanoTime() + Math.min(look, left);
    try {
      while (!woken && end - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
    boolean ended = woken;
    woken = false;
    return ended;
  }

  synchronized void wakeUp() {
    woken = true;
    notifyAll();
  }
}
