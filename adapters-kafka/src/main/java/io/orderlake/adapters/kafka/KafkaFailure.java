package io.orderlake.adapters.kafka;

/**
 * Kafka, or the broker process, did not do what was asked. The message says what was attempted,
 * where, and what to do.
 */
public final class KafkaFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public KafkaFailure(String message) {
    super(message);
  }

  public KafkaFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
