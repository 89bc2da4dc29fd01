package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.ResultOutboxContract;
import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.ResultOutbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileResultOutboxTest extends ResultOutboxContract {
  @TempDir Path data;

  @Override
  protected ResultOutbox open() {
    return new FileResultOutbox(RunDirectories.under(data));
  }

  @Test
  void a_damaged_result_is_named_with_its_file() throws IOException {
    open().publish(Runs.succeeded("a"));
    Path file = data.resolve("triggers/results/a.json");
    Files.writeString(file, Files.readString(file).substring(0, 100));

    assertThatThrownBy(() -> open().find(new RunId("a"))).hasMessageContaining(file.toString());
  }

  @Test
  void nothing_temporary_is_left() throws IOException {
    open().publish(Runs.succeeded("a"));
    open().publish(Runs.succeeded("a"));

    try (var files = Files.list(data.resolve("triggers/tmp"))) {
      assertThat(files).isEmpty();
    }
  }
}
