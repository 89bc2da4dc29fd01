package io.orderlake.protocol.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.RegisteredSchema.Reference;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.vavr.control.Option;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a registry answered to an id, as JSON: the format's number, the id, then the schema with its
 * type and references, or why there is none. The last field is the SHA-256 of the bytes that the
 * same object has on one line without that field.
 */
public final class SchemaAnswerJson {
  /** The number of the format that is written, and the newest that is read. */
  public static final long FORMAT = 1;

  private SchemaAnswerJson() {}

  public static byte[] write(int id, SchemaAnswer answer) {
    ObjectNode node = node(id, answer);
    return StrictJson.pretty(node.put("sha256", checksum(node)));
  }

  /** The number of the format, which alone may be read of a newer one. */
  public static long format(byte[] bytes) throws MalformedJson {
    return StrictJson.read(bytes).whole("format", 1);
  }

  /**
   * Reads the answer.
   *
   * @param id that the answer has to be to
   */
  public static SchemaAnswer read(int id, byte[] bytes) throws MalformedJson {
    StrictObject node = StrictJson.read(bytes);
    long format = node.whole("format", FORMAT);
    if (format != FORMAT) {
      throw new MalformedJson("format " + format + " is not known");
    }
    long recordedId = node.whole("id", 1);
    Option<String> unknown = node.textIfAny("unknown");
    SchemaAnswer answer =
        unknown.isDefined()
            ? new SchemaAnswer.Unknown(unknown.get())
            : new SchemaAnswer.Known(schema(node));
    String recorded = node.text("sha256");
    node.nothingElse();
    if (recordedId != id) {
      throw new MalformedJson("it is of the schema " + recordedId + ", not " + id);
    }
    if (!recorded.equals(checksum(node(id, answer)))) {
      throw new MalformedJson("its checksum is not the one that is recorded");
    }
    return answer;
  }

  private static RegisteredSchema schema(StrictObject node) throws MalformedJson {
    List<Reference> references = new ArrayList<>();
    for (StrictObject reference : node.objects("references")) {
      references.add(new Reference(reference.text("name"), reference.text("schema")));
      reference.nothingElse();
    }
    return new RegisteredSchema(node.text("type"), node.text("schema"), references);
  }

  private static ObjectNode node(int id, SchemaAnswer answer) {
    ObjectNode node = StrictJson.object().put("format", FORMAT).put("id", id);
    if (answer instanceof SchemaAnswer.Unknown unknown) {
      return node.put("unknown", unknown.why());
    }
    RegisteredSchema schema = ((SchemaAnswer.Known) answer).schema();
    node.put("type", schema.type()).put("schema", schema.text());
    ArrayNode references = node.putArray("references");
    schema
        .references()
        .forEach(
            reference ->
                references
                    .addObject()
                    .put("name", reference.name())
                    .put("schema", reference.text()));
    return node;
  }

  private static String checksum(ObjectNode node) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(StrictJson.line(node).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
