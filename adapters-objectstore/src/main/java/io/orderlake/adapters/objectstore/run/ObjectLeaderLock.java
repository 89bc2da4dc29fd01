package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.run.LeaderLock;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The leader lock as {@link Seats} and a heartbeat.
 *
 * <p>Safety rests on objects that are put once. Who takes the place of a leader who has not given
 * it up raises a barrier before anything else: from then on the earlier one, who may only have
 * slept, can publish no lake version; and from the first event in the journal on, which is the
 * first thing that a new leader does, no event and, since a result is published after its event, no
 * result.
 *
 * <p>Time decides only when somebody gives up. A leader whose heartbeat has not changed for a
 * while, by the observer's own monotonic clock, is succeeded; one who could not renew it for half
 * of that while holds the lock no longer.
 */
public final class ObjectLeaderLock implements LeaderLock {
  /** After so much silence a leader is succeeded, where nothing else is said. */
  public static final Duration SILENCE = Duration.ofSeconds(20);

  /** How many looks at the leader there are within the silence. */
  private static final int LOOKS = 20;

  private final Seats seats;
  private final HeartbeatObject heartbeat;
  private final LongConsumer barrier;
  private final long silence;
  private final LongSupplier nanos;
  private final Silence observed;
  private Option<Long> lookAgain = Option.none();
  private volatile long epoch;

  /**
   * The leader lock of the lake whose control objects lie there.
   *
   * @param barrier raised under a new epoch, see {@link
   *     io.orderlake.adapters.objectstore.lake.EpochBarrier}
   * @param silence after which a leader is succeeded, {@link #SILENCE} if in doubt
   */
  public ObjectLeaderLock(ControlPlace control, LongConsumer barrier, Duration silence) {
    this(control, barrier, silence, System::nanoTime);
  }

  ObjectLeaderLock(
      ControlPlace control, LongConsumer barrier, Duration silence, LongSupplier nanos) {
    this.seats = new Seats(control);
    this.heartbeat = new HeartbeatObject(control);
    this.barrier = barrier;
    this.silence = silence.toNanos();
    this.nanos = nanos;
    this.observed = new Silence(nanos);
  }

  /** The epoch under which this process took the lock last; 0 when it never did. */
  public long epoch() {
    return epoch;
  }

  @Override
  public synchronized Option<Held> tryTake(long atLeast) {
    if (lookAgain.exists(at -> nanos.getAsLong() - at < 0)) {
      return Option.none();
    }
    lookAgain = Option.none();
    Seats.Seat newest = seats.newest();
    if (!newest.isFreed() && !isSilent(newest)) {
      lookAgain = Option.some(nanos.getAsLong() + silence / LOOKS);
      return Option.none();
    }
    long taken = nanos.getAsLong();
    Seats.Seat mine = newest.next(atLeast);
    if (!seats.take(mine)) {
      return Option.none();
    }
    if (!newest.isFreed()) {
      barrier.accept(mine.epoch());
    }
    epoch = mine.epoch();
    return Option.some(new HeldSeat(seats, mine, heartbeat, silence / 2, nanos, taken));
  }

  private boolean isSilent(Seats.Seat leader) {
    Silence.Sign sign = new Silence.Sign(leader, heartbeat.of(leader.epoch()));
    return observed.of(sign) >= silence;
  }
}
