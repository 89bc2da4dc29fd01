package io.orderlake.adapters.registry.format;

import io.orderlake.adapters.registry.record.PayloadReader;
import io.orderlake.domain.schema.RegisteredSchema;
import io.vavr.control.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The readers that this process has made, by what they were made of: a schema is compiled once
 * however many tasks read by it, and never stands for another one.
 */
final class Readers {
  private static final int MOST = 1_000;

  /**
   * What a reader is made of.
   *
   * @param message its name; empty where the record says it, or the format has none
   */
  private record Key(SchemaKind kind, boolean isFramed, RegisteredSchema schema, String message) {}

  private static final Map<Key, Either<String, PayloadReader>> ALL = new ConcurrentHashMap<>();

  private Readers() {}

  static Either<String, PayloadReader> framed(SchemaKind kind, RegisteredSchema schema) {
    return made(new Key(kind, true, schema, ""), () -> kind.framed(schema));
  }

  static Either<String, PayloadReader> plain(
      SchemaKind kind, RegisteredSchema schema, String message) {
    return made(new Key(kind, false, schema, message), () -> kind.plain(schema, message));
  }

  private static Either<String, PayloadReader> made(
      Key key, Supplier<Either<String, PayloadReader>> maker) {
    Either<String, PayloadReader> known = ALL.get(key);
    if (known == null) {
      known = maker.get();
      if (ALL.size() >= MOST) {
        ALL.clear();
      }
      ALL.put(key, known);
    }
    return known;
  }
}
