package io.orderlake.domain.order;

import io.vavr.control.Either;
import java.io.Serializable;

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
}
