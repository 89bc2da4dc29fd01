package io.orderlake.adapters.registry.format;

import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What Confluent's serialisers write before a record: a zero byte and the id of its schema in four
 * bytes, the highest first. See <a
 * href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format">wire
 * format</a>.
 */
final class Frame {
  /** In bytes. */
  static final int LENGTH = 5;

  private Frame() {}

  /** The schema's id; or the sentence that says why the value has none. */
  static Either<String, Integer> id(byte[] value) {
    if (value.length < LENGTH || value[0] != 0) {
      return Either.left(
          "the value does not begin with a schema registry's frame, a zero byte and four of the"
              + " schema's id, but "
              + (value.length == 0 ? "is empty" : "with " + beginning(value))
              + (isJson(value) ? ", as JSON does; `framing: none` reads that" : ""));
    }
    int id = ByteBuffer.wrap(value).getInt(1);
    return id > 0
        ? Either.right(id)
        : Either.left(
            "the value names the schema " + id + " in its frame, and registries number from 1");
  }

  private static boolean isJson(byte[] value) {
    return value.length > 0 && (value[0] == '{' || value[0] == '[');
  }

  private static String beginning(byte[] value) {
    return HexFormat.ofDelimiter(" ")
        .withUpperCase()
        .formatHex(value, 0, Math.min(value.length, LENGTH));
  }
}
