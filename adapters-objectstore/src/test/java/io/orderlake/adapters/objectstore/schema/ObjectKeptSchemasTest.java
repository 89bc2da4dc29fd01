package io.orderlake.adapters.objectstore.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.KeptSchemasContract;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.schema.KeptSchemas;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectKeptSchemasTest implements KeptSchemasContract {
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  private record Opened(String prefix) implements ObjectKeptSchemas.Opening {
    @Override
    public ControlPlace open() {
      return new ControlPlace(S3.store(), prefix);
    }
  }

  @Override
  public KeptSchemas newSchemas() {
    return new ObjectKeptSchemas(new Opened(S3.place().below("schemas").prefix()));
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
  void what_is_damaged_and_what_is_newer_is_named_with_its_place() {
    ControlPlace schemas = S3.place().below("schemas");
    schemas.put("7.json", "{".getBytes(UTF_8));
    LakeFailure damaged = catchThrowableOfType(LakeFailure.class, () -> newSchemas().find(7));
    assertThat(damaged.failureCause()).isEqualTo(FailureCause.DAMAGED);
    assertThat(damaged).hasMessageContaining(schemas.shown("7.json"));

    schemas.put("7.json", "{\"format\":2,\"id\":7}".getBytes(UTF_8));
    LakeFailure newer = catchThrowableOfType(LakeFailure.class, () -> newSchemas().find(7));
    assertThat(newer.failureCause()).isEqualTo(FailureCause.OTHER_SHAPE);
  }
}
