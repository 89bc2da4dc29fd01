package io.orderlake.domain.alert;

import java.time.Duration;

/**
 * What a lake is held to: the one table of thresholds. The command {@code check}, who tells
 * troubles by themselves and the alert rules for Prometheus have the same ones; a test plays the
 * rules against them.
 */
public final class Limits {
  /** Age of the oldest acknowledged record that Gold does not count, above which Gold is stale. */
  public static final Duration STALE = Duration.ofSeconds(60);

  /** Likewise, above which whoever reads Gold should know. */
  public static final Duration VERY_STALE = Duration.ofMinutes(15);

  /** Age of a heartbeat above which its runner is gone, where requests wait. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(30);

  /** A stage that has had something to take in for longer, and has taken in nothing, is stuck. */
  public static final Duration STUCK = Duration.ofMinutes(10);

  /** For how long it is told that a run failed in a way in which none should, or a request was. */
  public static final Duration RECENT = Duration.ofMinutes(15);

  /** Age above which the last audit is old. */
  public static final Duration AUDIT = Duration.ofHours(36);

  /** Of what Kafka holds, the part that is not in Bronze above which retention is near. */
  public static final double UNREAD_SHARE = 0.8;

  /** The part of the disk that is free, below which it is nearly full. */
  public static final double FREE_SHARE = 0.05;

  /** A reason is new when nothing was quarantined for it for so long. */
  public static final Duration REASON_UNSEEN = Duration.ofDays(1);

  /** For how long it is told that a reason is new. */
  public static final Duration REASON_NEW = Duration.ofMinutes(10);

  /** Age of the oldest lake version that is not served yet, above which serving is behind. */
  public static final Duration UNSERVED = Duration.ofSeconds(60);

  private Limits() {}
}
