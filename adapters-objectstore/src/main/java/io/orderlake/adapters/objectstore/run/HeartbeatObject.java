package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.HeartbeatJson;
import io.vavr.control.Option;
import io.vavr.control.Try;

/**
 * The runner's heartbeat, {@code triggers/runner.json}. It belongs to the epoch that it says: one
 * of an older epoch is that of a runner that has slept and does not know yet that it was replaced.
 */
final class HeartbeatObject {
  private static final String NAME = "runner.json";

  private final ControlPlace triggers;

  HeartbeatObject(ControlPlace control) {
    this.triggers = control.below("triggers");
  }

  void put(LeaderHeartbeat heartbeat) {
    triggers.put(NAME, HeartbeatJson.write(heartbeat));
  }

  Option<LeaderHeartbeat> read() {
    return triggers.get(NAME).map(this::read);
  }

  /** That epoch's; none when there is none that can be read. */
  Option<LeaderHeartbeat> of(long epoch) {
    return readable().filter(heartbeat -> heartbeat.epoch() == epoch);
  }

  boolean isOfLaterThan(long epoch) {
    return readable().exists(heartbeat -> heartbeat.epoch() > epoch);
  }

  private Option<LeaderHeartbeat> readable() {
    return triggers.get(NAME).flatMap(bytes -> Try.of(() -> HeartbeatJson.read(bytes)).toOption());
  }

  private LeaderHeartbeat read(byte[] bytes) {
    try {
      return HeartbeatJson.read(bytes);
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the runner's heartbeat %s is damaged: %s; delete it, an active runner writes it anew"
              .formatted(triggers.shown(NAME), e.getMessage()),
          e);
    }
  }

  /** Takes it down. */
  void remove() {
    triggers.delete(NAME);
  }
}
