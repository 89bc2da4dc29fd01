package io.orderlake.adapters.kafka.order;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.orderlake.domain.order.FieldValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the tokens of a JSON object into fields, without a tree in between. */
final class JsonFields {
  /** The text is JSON but cannot be taken. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
  }

  private JsonFields() {}

  /** The fields of the object whose start is the current token; ends on the object's end. */
  static Map<String, FieldValue> read(JsonParser parser) throws IOException {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = whole(parser.getCurrentName());
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return fields;
  }

  /** The value whose first token is the current one; ends on its last. */
  static FieldValue value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_STRING -> new FieldValue.Text(whole(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new FieldValue.Number(digits(parser.getText()));
      case VALUE_TRUE -> new FieldValue.Flag(true);
      case VALUE_FALSE -> new FieldValue.Flag(false);
      case VALUE_NULL -> FieldValue.NULL;
      case START_OBJECT, START_ARRAY -> {
        StringBuilder json = new StringBuilder();
        copy(parser, json);
        yield new FieldValue.Nested(json.toString());
      }
      default -> throw new IllegalStateException("not the start of a JSON value: " + token);
    };
  }

  private static void copy(JsonParser parser, StringBuilder out) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        out.append('{');
        String separator = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = new FieldValue.Text(whole(parser.getCurrentName())).json();
          out.append(separator).append(name).append(':');
          parser.nextToken();
          copy(parser, out);
          separator = ",";
        }
        out.append('}');
      }
      case START_ARRAY -> {
        out.append('[');
        String separator = "";
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          out.append(separator);
          copy(parser, out);
          separator = ",";
        }
        out.append(']');
      }
      default -> out.append(value(parser).json());
    }
  }

  private static String digits(String number) throws Refused {
    if (number.length() > JacksonOrderEventDecoder.MAX_DIGITS) {
      throw new Refused();
    }
    return number;
  }

  /** The text, unless it has half of a character. */
  static String whole(String text) throws Refused {
    if (StrictUtf8.hasLoneSurrogate(text)) {
      throw new Refused();
    }
    return text;
  }
}
