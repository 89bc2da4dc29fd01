package io.orderlake.adapters.kafka;

import io.orderlake.domain.failure.Classified;
import io.orderlake.domain.failure.FailureCause;

/**
 * Kafka, or the broker process, did not do what was asked. The message says what was attempted,
 * where, and what to do.
 */
public final class KafkaFailure extends Classified {
  private static final long serialVersionUID = 2;

  private final boolean awaited;

  /** It did not answer, and nothing more is known. */
  public KafkaFailure(String message) {
    this(FailureCause.UNREACHABLE, message, true);
  }

  /** Why is told by what was thrown. */
  public KafkaFailure(String message, Throwable cause) {
    super(KafkaCauses.of(cause), message, cause);
    this.awaited = failureCause().isWaitedFor();
  }

  /**
   * Why is known.
   *
   * @param awaited whoever starts should wait for that, and not have somebody correct it first
   */
  public KafkaFailure(FailureCause why, String message, boolean awaited) {
    super(why, message, null);
    this.awaited = awaited;
  }

  /** One that stays until somebody corrects a setting. */
  public static KafkaFailure lasting(String message) {
    return new KafkaFailure(FailureCause.MISCONFIGURED, message, false);
  }

  /**
   * Whether a role that starts waits for it. It does not for an address that nobody knows: that may
   * pass, and yet is likely to be misspelt.
   */
  public boolean isAwaited() {
    return awaited;
  }
}
