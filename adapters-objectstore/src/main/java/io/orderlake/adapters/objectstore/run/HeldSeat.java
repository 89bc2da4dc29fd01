package io.orderlake.adapters.objectstore.run;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.vavr.control.Option;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leader lock while it is held: until it is closed, or could not be renewed for a while. */
final class HeldSeat implements LeaderLock.Held {
  private static final Logger LOG = LoggerFactory.getLogger(HeldSeat.class);

  /** How often the heartbeat is renewed within that while. */
  private static final int RENEWALS = 4;

  private final Seats seats;
  private final Seats.Seat seat;
  private final HeartbeatObject object;
  private final long lasts;
  private final LongSupplier nanos;
  private Option<RunId> shown = Option.none();
  private boolean isShown;
  private boolean isClosed;
  private volatile boolean isLost;
  private volatile long renewed;

  /**
   * Held from now on.
   *
   * @param lasts for how long without being renewed, in nanoseconds
   * @param taken when it was, at the latest
   */
  HeldSeat(
      Seats seats,
      Seats.Seat seat,
      HeartbeatObject object,
      long lasts,
      LongSupplier nanos,
      long taken) {
    this.seats = seats;
    this.seat = seat;
    this.object = object;
    this.lasts = lasts;
    this.nanos = nanos;
    this.renewed = taken;
  }

  @Override
  public long epoch() {
    return seat.epoch();
  }

  @Override
  public boolean isHeld() {
    if (nanos.getAsLong() - renewed >= lasts) {
      isLost = true;
    }
    return !isLost;
  }

  @Override
  public synchronized void show(LeaderHeartbeat heartbeat) {
    if (isLost || isClosed || !isDue(heartbeat)) {
      return;
    }
    if (!isHeld()) {
      throw lost("its heartbeat could not be renewed for too long");
    }
    long began = nanos.getAsLong();
    if (object.isOfLaterThan(seat.epoch())) {
      isLost = true;
      throw lost("another runner has taken over");
    }
    object.put(heartbeat);
    renewed = began;
    shown = heartbeat.busyWith();
    isShown = true;
  }

  private boolean isDue(LeaderHeartbeat heartbeat) {
    return !isShown
        || !shown.equals(heartbeat.busyWith())
        || nanos.getAsLong() - renewed >= lasts / RENEWALS;
  }

  private LakeFailure lost(String why) {
    return LakeFailure.because(
        FailureCause.OTHER_WRITER,
        "the runner of epoch %s is not the leader any more: %s; it stops serving and stands by"
            .formatted(seat.epoch(), why));
  }

  /** The heartbeat first, so that it is not the successor's that is taken down. */
  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    isLost = true;
    try {
      if (object.of(seat.epoch()).isDefined()) {
        object.remove();
      }
      seats.free(seat);
    } catch (LakeFailure e) {
      LOG.warn("the leader lock is freed only by silence: {}", e.getMessage(), e);
    }
  }
}
