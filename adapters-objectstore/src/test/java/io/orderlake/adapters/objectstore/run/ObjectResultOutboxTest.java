package io.orderlake.adapters.objectstore.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.objectstore.server.ControlServer;
import io.orderlake.application.contract.ResultOutboxContract;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.ResultOutbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ObjectResultOutboxTest extends ResultOutboxContract {
  @TempDir static Path dir;
  @RegisterExtension static final ControlServer S3 = new ControlServer(() -> dir);

  @Override
  protected ResultOutbox open() {
    return new ObjectResultOutbox(S3.place());
  }

  @Test
  void a_damaged_result_is_named_with_its_place() {
    S3.place().put("triggers/results/a.json", "{".getBytes(UTF_8));

    assertThatThrownBy(() -> open().find(new RunId("a")))
        .hasMessageContaining(S3.place().shown("triggers/results/a.json"));
  }
}
