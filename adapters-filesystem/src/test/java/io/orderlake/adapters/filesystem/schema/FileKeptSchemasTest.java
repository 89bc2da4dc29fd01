package io.orderlake.adapters.filesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderlake.application.contract.KeptSchemasContract;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.schema.KeptAnswer;
import io.orderlake.domain.schema.KeptSchemas;
import io.orderlake.domain.schema.RegisteredSchema;
import io.orderlake.domain.schema.SchemaAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeptSchemasTest implements KeptSchemasContract {
  private static final SchemaAnswer ORDER =
      new SchemaAnswer.Known(new RegisteredSchema("AVRO", "{\"type\":\"string\"}", List.of()));

  @TempDir private Path lake;

  private Path directory() {
    return lake.resolve("schemas");
  }

  @Override
  public KeptSchemas newSchemas() {
    return new FileKeptSchemas(directory());
  }

  @Override
  public KeptSchemas copy(KeptSchemas schemas) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(schemas);
    }
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    return (KeptSchemas) in.readObject();
  }

  @Test
  void there_is_a_file_for_each_id_and_nothing_else() throws Exception {
    KeptSchemas schemas = newSchemas();
    assertThat(directory()).doesNotExist();
    schemas.keep(7, ORDER);
    schemas.keep(8, NONE);
    schemas.keepLater(8, ((SchemaAnswer.Known) ORDER).schema());

    try (Stream<Path> files = Files.list(directory())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("7.json", "8.json", "8-later.json");
    }
    assertThat(directory().resolve("7.json"))
        .content()
        .isEqualToNormalizingNewlines(
            """
            {
              "format" : 1,
              "id" : 7,
              "type" : "AVRO",
              "schema" : "{\\"type\\":\\"string\\"}",
              "references" : [ ],
              "sha256" : "e6bac0645469a7d695f84fd17dcdb6104e72887a39a0818a763e1e3f878ba5b1"
            }
            """);
  }

  @Test
  void whatever_is_changed_in_a_file_is_named() throws Exception {
    KeptSchemas schemas = newSchemas();
    schemas.keep(7, ORDER);
    Path file = directory().resolve("7.json");
    byte[] whole = Files.readAllBytes(file);
    long seed = Long.getLong("orderlake.test.seed", 5);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(7));
      Files.write(file, damaged);
      namesOrReads(schemas, file, seed);
      Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
      namesOrReads(schemas, file, seed);
    }
    Files.write(file, whole);
    Files.move(file, directory().resolve("9.json"));
    assertThatThrownBy(() -> schemas.find(9)).hasMessageContaining("of the schema 7, not 9");
  }

  /** White space between the fields says nothing. */
  private static void namesOrReads(KeptSchemas schemas, Path file, long seed) {
    try {
      assertThat(schemas.find(7)).as("seed %d", seed).containsExactly(KeptAnswer.first(ORDER));
    } catch (LakeFailure e) {
      assertThat(e.getMessage()).as("seed %d", seed).contains(file.toString());
      assertThat(e.failureCause()).isIn(FailureCause.DAMAGED, FailureCause.OTHER_SHAPE);
    }
  }

  @Test
  void a_file_of_a_newer_program_is_left_alone() throws Exception {
    Files.createDirectories(directory());
    Files.writeString(directory().resolve("7.json"), "{\"format\":2,\"id\":7}");

    LakeFailure failure = catchThrowableOfType(LakeFailure.class, () -> newSchemas().find(7));
    assertThat(failure.failureCause()).isEqualTo(FailureCause.OTHER_SHAPE);
  }
}
