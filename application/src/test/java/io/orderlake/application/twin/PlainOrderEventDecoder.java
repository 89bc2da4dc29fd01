package io.orderlake.application.twin;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes by {@link PlainJson}; knows no library. */
public final class PlainOrderEventDecoder implements OrderEventDecoder {
  private static final long serialVersionUID = 1;

  @Override
  public Either<String, RecordedOrder> decode(byte[] value) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      return Either.right(RecordedOrder.of(new PlainJson(text).onlyObject()));
    } catch (CharacterCodingException e) {
      return Either.left("not UTF-8");
    } catch (PlainJson.Malformed e) {
      return Either.left(e.getMessage());
    }
  }

  @Override
  public @Nullable String eventIdOf(byte[] value) {
    return decode(value)
        .map(event -> event.get(OrderFields.EVENT_ID))
        .filterOrElse(FieldValue.Text.class::isInstance, id -> "no string")
        .fold(problem -> null, id -> ((FieldValue.Text) id).value());
  }
}
