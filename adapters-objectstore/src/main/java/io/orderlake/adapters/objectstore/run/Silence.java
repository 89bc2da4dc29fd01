package io.orderlake.adapters.objectstore.run;

import io.orderlake.domain.run.LeaderHeartbeat;
import io.vavr.control.Option;
import java.util.function.LongSupplier;

/**
 * How long nothing has changed about a leader, by the observer's own monotonic clock. What the
 * heartbeat says of the time is not looked at: two machines' clocks need not agree.
 */
final class Silence {
  private final LongSupplier nanos;
  private Option<Sign> last = Option.none();
  private long since;

  Silence(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** What is seen of him. */
  record Sign(Seats.Seat seat, Option<LeaderHeartbeat> heartbeat) {}

  /** For so long this has been all there is; 0 when it is new. */
  long of(Sign sign) {
    if (!last.contains(sign)) {
      last = Option.some(sign);
      since = nanos.getAsLong();
    }
    return nanos.getAsLong() - since;
  }
}
