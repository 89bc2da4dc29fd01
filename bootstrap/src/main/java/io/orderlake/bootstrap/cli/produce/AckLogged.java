package io.orderlake.bootstrap.cli.produce;

import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderEventLog;
import io.orderlake.domain.order.OrderFields;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A log of order events whose acknowledgements are written down. */
final class AckLogged implements OrderEventLog {
  private final OrderEventLog log;
  private final AckLog acks;
  private final OrderEventDecoder decoder;

  AckLogged(OrderEventLog log, AckLog acks, OrderEventDecoder decoder) {
    this.log = log;
    this.acks = acks;
    this.decoder = decoder;
  }

  @Override
  public void publish(@Nullable String key, byte[] value, Consumer<Delivery> acknowledged) {
    log.publish(
        key,
        value,
        delivery -> {
          if (delivery instanceof Delivery.Acknowledged stored) {
            acks.acknowledged(eventId(value), stored.position());
          }
          acknowledged.accept(delivery);
        });
  }

  private @Nullable String eventId(byte[] value) {
    return decoder
        .decode(value)
        .fold(
            problem -> null,
            order ->
                order.get(OrderFields.EVENT_ID) instanceof FieldValue.Text id ? id.value() : null);
  }

  @Override
  public void flush() {
    log.flush();
  }

  @Override
  public void close() {
    log.close();
  }
}
