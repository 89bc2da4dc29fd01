package io.orderlake.application.twin;

import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

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
}
