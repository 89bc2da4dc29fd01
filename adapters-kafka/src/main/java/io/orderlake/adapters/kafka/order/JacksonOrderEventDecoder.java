package io.orderlake.adapters.kafka.order;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The wire format: one JSON object (RFC 8259) in UTF-8, without a byte order mark. Refused as well:
 * a field named twice at any depth, nesting deeper than {@value #MAX_DEPTH}, a number of more than
 * {@value #MAX_DIGITS} characters, half of a surrogate pair.
 */
public final class JacksonOrderEventDecoder implements OrderEventDecoder {
  private static final long serialVersionUID = 1;

  public static final int MAX_DEPTH = JsonText.MAX_DEPTH;
  public static final int MAX_DIGITS = JsonText.MAX_DIGITS;

  @Override
  public Either<String, RecordedOrder> decode(byte[] value) {
    return JsonText.of(value).flatMap(JacksonOrderEventDecoder::decode);
  }

  private static Either<String, RecordedOrder> decode(String text) {
    try (JsonParser parser = JsonText.parser(text)) {
      RecordedOrder event = event(parser);
      return event == null ? Either.left(JsonFault.of(text)) : Either.right(event);
    } catch (JsonProcessingException | JsonFields.Refused e) {
      return Either.left(JsonFault.of(text));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  @Override
  public @Nullable String eventIdOf(byte[] value) {
    RecordedOrder event = decode(value).getOrNull();
    return event != null && event.get(OrderFields.EVENT_ID) instanceof FieldValue.Text id
        ? id.value()
        : null;
  }

  /** Null when it is another value, or when something follows the object. */
  private static @Nullable RecordedOrder event(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    RecordedOrder recorded = RecordedOrder.of(JsonFields.read(parser));
    return parser.nextToken() == null ? recorded : null;
  }
}
