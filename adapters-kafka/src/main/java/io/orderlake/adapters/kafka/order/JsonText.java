package io.orderlake.adapters.kafka.order;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vavr.control.Either;
import java.io.IOException;

/**
 * A record's bytes as the text that the wire format wants, before anything of JSON is looked at.
 */
final class JsonText {
  static final int MAX_DEPTH = 64;
  static final int MAX_DIGITS = 1000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_DIGITS)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonText() {}

  /** The text, or the sentence that says why the bytes are none. */
  static Either<String, String> of(byte[] value) {
    String text = StrictUtf8.decode(value);
    if (text == null) {
      return Either.left(StrictUtf8.fault(value));
    }
    if (text.isEmpty()) {
      return Either.left("the value is empty: it has no bytes");
    }
    return text.charAt(0) == BYTE_ORDER_MARK
        ? Either.left(
            "the value begins with a byte order mark (the bytes EF BB BF), which an event must not"
                + " have; send it without")
        : Either.right(text);
  }

  /** Reads its tokens; refuses names that stand twice, and what is nested too deeply. */
  static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }
}
