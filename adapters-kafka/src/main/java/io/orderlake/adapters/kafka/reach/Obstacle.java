package io.orderlake.adapters.kafka.reach;

import io.orderlake.domain.failure.FailureCause;

/**
 * What stands between here and a broker.
 *
 * @param why its cause, which tells whether the same address may work later
 * @param awaited whoever starts should wait for that, and not have the address corrected first
 * @param sentence what is the matter, and what to do
 */
record Obstacle(FailureCause why, boolean awaited, String sentence) {
  /** The same address may work later without anybody's doing. */
  static Obstacle passing(String sentence) {
    return new Obstacle(FailureCause.UNREACHABLE, true, sentence);
  }

  /** It is not to be found now, which is passing; at a start the address is likely to be wrong. */
  static Obstacle nowhere(String sentence) {
    return new Obstacle(FailureCause.UNREACHABLE, false, sentence);
  }

  /** The settings do not go with what is there. */
  static Obstacle lasting(String sentence) {
    return new Obstacle(FailureCause.MISCONFIGURED, false, sentence);
  }

  /** Credentials or certificates are refused. */
  static Obstacle denied(String sentence) {
    return new Obstacle(FailureCause.DENIED, false, sentence);
  }

  /** The same with other words. */
  Obstacle saying(String sentence) {
    return new Obstacle(why, awaited, sentence);
  }
}
