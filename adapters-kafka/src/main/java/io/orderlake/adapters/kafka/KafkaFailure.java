package io.orderlake.adapters.kafka;

/**
 * Kafka, or the broker process, did not do what was asked. The message says what was attempted,
 * where, and what to do.
 */
public final class KafkaFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean passing;

  public KafkaFailure(String message) {
    this(message, true);
  }

  /**
   * One of which it is known whether it may pass.
   *
   * @param passing the same may succeed later without anybody's doing
   */
  public KafkaFailure(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  public KafkaFailure(String message, Throwable cause) {
    super(message, cause);
    this.passing = true;
  }

  /** One that stays until somebody corrects something. */
  public static KafkaFailure lasting(String message) {
    return new KafkaFailure(message, false);
  }

  /** Whether the same may succeed later without anybody's doing. */
  public boolean isPassing() {
    return passing;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
