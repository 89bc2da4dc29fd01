package io.orderlake.domain.order;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stream that order events are published to. Publishing is asynchronous, idempotent per opened
 * log (a retry by the client library stores nothing twice) and acknowledged only once every in-sync
 * replica holds the record.
 */
public interface OrderEventLog extends AutoCloseable {
  /**
   * Hands one record over; blocks when the client's buffer is full.
   *
   * @param key the record's key, in UTF-8; null for none
   * @param value the record's bytes, as they are
   * @param acknowledged told, on a thread of the log's, what became of the record
   */
  void publish(@Nullable String key, byte[] value, Consumer<Delivery> acknowledged);

  /** Waits until everything handed over is acknowledged or has failed. */
  void flush();

  /** Flushes and lets go of the connection; idempotent. */
  @Override
  void close();
}
