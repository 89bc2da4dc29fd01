package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import io.orderlake.domain.schema.SchemaRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SchemaRegistry} promises. */
public interface SchemaRegistryContract {
  /** One that has these schemas, whose ids are their numbers from 1, and no other. */
  SchemaRegistry having(List<RegisteredSchema> schemas) throws Exception;

  @Test
  default void a_schema_comes_with_all_that_it_refers_to() throws Exception {
    RegisteredSchema plain = new RegisteredSchema("AVRO", "\"string\"", List.of());
    RegisteredSchema referring =
        new RegisteredSchema(
            "PROTOBUF",
            "syntax = \"proto3\"; // Zürich",
            List.of(
                new RegisteredSchema.Reference("a/inner.proto", "syntax = \"proto2\";"),
                new RegisteredSchema.Reference("a/outer.proto", "import \"a/inner.proto\";")));
    SchemaRegistry registry = having(List.of(plain, referring));

    assertThat(registry.schema(1)).isEqualTo(new SchemaAnswer.Known(plain));
    assertThat(registry.schema(2)).isEqualTo(new SchemaAnswer.Known(referring));
  }

  @Test
  default void an_id_that_it_does_not_have_is_an_answer() throws Exception {
    SchemaRegistry registry = having(List.of());

    assertThat(registry.schema(9)).isInstanceOf(SchemaAnswer.Unknown.class);
    assertThat(((SchemaAnswer.Unknown) registry.schema(9)).why()).isNotBlank();
  }

  @Test
  default void it_travels() throws Exception {
    SchemaRegistry registry = having(List.of(new RegisteredSchema("AVRO", "\"int\"", List.of())));
    registry.schema(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(registry);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(((SchemaRegistry) in.readObject()).schema(1)).isEqualTo(registry.schema(1));
  }
}
