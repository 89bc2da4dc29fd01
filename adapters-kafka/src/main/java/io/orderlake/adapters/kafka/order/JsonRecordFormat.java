package io.orderlake.adapters.kafka.order;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.orderlake.domain.source.Node;
import io.orderlake.domain.source.RecordFormat;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that are JSON (RFC 8259) in UTF-8, an object or an array; as strict as the wire format of
 * the contract's own events, see {@link JacksonOrderEventDecoder}.
 */
public final class JsonRecordFormat implements RecordFormat {
  private static final long serialVersionUID = 1;

  /** Its name in configuration. */
  public static final String NAME = "json";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Either<String, Node> read(byte[] value) {
    return JsonText.of(value).flatMap(JsonRecordFormat::read);
  }

  private static Either<String, Node> read(String text) {
    try (JsonParser parser = JsonText.parser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        return Either.left(JsonFault.ofRecord(text));
      }
      Node record = node(parser);
      return parser.nextToken() == null
          ? Either.right(record)
          : Either.left(JsonFault.ofRecord(text));
    } catch (JsonProcessingException | JsonFields.Refused e) {
      return Either.left(JsonFault.ofRecord(text));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** The value whose first token is the current one; ends on its last. */
  private static Node node(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = JsonFields.whole(parser.currentName());
          parser.nextToken();
          members.put(name, node(parser));
        }
        yield new Node.ObjectNode(members);
      }
      case START_ARRAY -> {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(parser));
        }
        yield new Node.ArrayNode(items);
      }
      default -> new Node.ValueNode(JsonFields.value(parser));
    };
  }
}
