package io.orderlake.domain.order;

import io.vavr.control.Either;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Reads an order event's bytes into its recorded fields. Knows the wire format and nothing of rules
 * or versions. Stateless and serializable: it travels to wherever the bytes are.
 */
public interface OrderEventDecoder extends Serializable {
  /**
   * Decodes one event.
   *
   * @param value the record's bytes, one JSON object in UTF-8
   * @return the fields in their order, numbers with the digits they were written with; or the
   *     sentence that says why the bytes are no event: not UTF-8, not JSON, not one object, the
   *     same field twice, something after the object. Never throws on bad bytes.
   */
  Either<String, RecordedOrder> decode(byte[] value);

  /**
   * The event id alone, many times cheaper than {@link #decode}, for work that only sorts records
   * by id. The rest of the value may not be looked at.
   *
   * @param value the record's bytes
   * @return for a value that {@link #decode} reads into an event whose {@code event_id} is a
   *     string: exactly that string. For any other value nothing is promised: null, or some text.
   *     Never throws on bad bytes.
   */
  @Nullable String eventIdOf(byte[] value);
}
