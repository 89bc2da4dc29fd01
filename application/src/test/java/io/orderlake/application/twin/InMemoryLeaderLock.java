package io.orderlake.application.twin;

import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.vavr.control.Option;

/** The runner's leader lock, in memory. */
public final class InMemoryLeaderLock implements LeaderLock {
  private long epoch;
  private Option<Held> holder = Option.none();
  private Option<LeaderHeartbeat> heartbeat = Option.none();

  @Override
  public synchronized Option<Held> tryTake(long atLeast) {
    if (holder.isDefined()) {
      return Option.none();
    }
    epoch = Math.max(epoch, atLeast) + 1;
    holder = Option.some(new Holder(epoch));
    return holder;
  }

  /** Frees the leader lock as the death of its holder would: the heartbeat stays. */
  public synchronized void killHolder() {
    holder = Option.none();
  }

  synchronized Option<LeaderHeartbeat> heartbeat() {
    return heartbeat;
  }

  private final class Holder implements Held {
    private final long epoch;

    private Holder(long epoch) {
      this.epoch = epoch;
    }

    @Override
    public long epoch() {
      return epoch;
    }

    @Override
    public boolean isHeld() {
      synchronized (InMemoryLeaderLock.this) {
        return holder.contains(this);
      }
    }

    @Override
    public void show(LeaderHeartbeat shown) {
      synchronized (InMemoryLeaderLock.this) {
        if (holder.contains(this)) {
          heartbeat = Option.some(shown);
        }
      }
    }

    @Override
    public void close() {
      synchronized (InMemoryLeaderLock.this) {
        if (holder.contains(this)) {
          holder = Option.none();
          heartbeat = Option.none();
        }
      }
    }
  }
}
