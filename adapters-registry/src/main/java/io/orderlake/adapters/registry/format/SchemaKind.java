package io.orderlake.adapters.registry.format;

import io.orderlake.adapters.registry.avro.AvroSchemas;
import io.orderlake.adapters.registry.protobuf.ProtobufSchemas;
import io.orderlake.adapters.registry.record.PayloadReader;
import io.orderlake.domain.schema.RegisteredSchema;
import io.vavr.control.Either;
import java.util.Locale;

/** The formats whose records say nothing without their schema. */
public enum SchemaKind {
  AVRO {
    @Override
    Either<String, PayloadReader> framed(RegisteredSchema schema) {
      return AvroSchemas.reader(schema);
    }

    @Override
    Either<String, PayloadReader> plain(RegisteredSchema schema, String message) {
      return AvroSchemas.reader(schema);
    }
  },
  PROTOBUF {
    @Override
    Either<String, PayloadReader> framed(RegisteredSchema schema) {
      return ProtobufSchemas.framed(schema);
    }

    @Override
    Either<String, PayloadReader> plain(RegisteredSchema schema, String message) {
      return ProtobufSchemas.plain(schema, message);
    }
  };

  /** As a source names it. */
  public String format() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people do. */
  String title() {
    return this == AVRO ? "Avro" : "Protobuf";
  }

  /** The reader of what stands behind a frame. */
  abstract Either<String, PayloadReader> framed(RegisteredSchema schema);

  /** The reader of what stands alone. */
  abstract Either<String, PayloadReader> plain(RegisteredSchema schema, String message);
}
