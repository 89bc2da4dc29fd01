package io.orderlake.adapters.kafka.order;

import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;

/**
 * Reads events as producers write them, flat objects, in one pass over the bytes, and leaves every
 * other text, be it right or wrong, to {@link JacksonOrderEventDecoder}. What either accepts the
 * other accepts with the same fields; a refusal is always the latter's.
 */
public final class FastOrderEventDecoder implements OrderEventDecoder {
  private static final long serialVersionUID = 1;

  private final OrderEventDecoder anyText = new JacksonOrderEventDecoder();

  @Override
  public Either<String, RecordedOrder> decode(byte[] value) {
    RecordedOrder event = FlatObject.read(value);
    return event == null ? anyText.decode(value) : Either.right(event);
  }

  @Override
  public @Nullable String eventIdOf(byte[] value) {
    return EventIdScan.of(value, anyText);
  }
}
