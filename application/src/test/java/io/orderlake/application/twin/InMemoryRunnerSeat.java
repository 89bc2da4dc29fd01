package io.orderlake.application.twin;

import io.orderlake.domain.run.RunnerSeat;
import io.orderlake.domain.run.RunnerSign;
import io.vavr.control.Option;

/** The runner's seat, in memory. */
public final class InMemoryRunnerSeat implements RunnerSeat {
  private long epoch;
  private Option<Held> holder = Option.none();
  private Option<RunnerSign> sign = Option.none();

  @Override
  public synchronized Option<Held> tryTake(long atLeast) {
    if (holder.isDefined()) {
      return Option.none();
    }
    epoch = Math.max(epoch, atLeast) + 1;
    holder = Option.some(new Holder(epoch));
    return holder;
  }

  /** Frees the seat as the death of its holder would: the sign stays. */
  public synchronized void killHolder() {
    holder = Option.none();
  }

  synchronized Option<RunnerSign> sign() {
    return sign;
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
    public void show(RunnerSign shown) {
      synchronized (InMemoryRunnerSeat.this) {
        if (holder.contains(this)) {
          sign = Option.some(shown);
        }
      }
    }

    @Override
    public void close() {
      synchronized (InMemoryRunnerSeat.this) {
        if (holder.contains(this)) {
          holder = Option.none();
          sign = Option.none();
        }
      }
    }
  }
}
