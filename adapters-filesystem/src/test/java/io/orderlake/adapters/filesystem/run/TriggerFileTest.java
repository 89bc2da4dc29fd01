package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.filesystem.failing.FailingFiles;
import io.orderlake.domain.run.Trigger;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class TriggerFileTest {
  @Test
  void a_request_that_cannot_be_read_for_now_is_left_where_it_is() {
    assertThat(read(new FileSystemException("x", null, "Too many open files"))).isEmpty();
    assertThat(read(new IOException("Input/output error"))).isEmpty();
  }

  @Test
  void a_request_that_stays_unreadable_stops_nobody() {
    assertThat(read(new AccessDeniedException("x")))
        .hasSize(1)
        .hasOnlyElementsOfType(Trigger.Malformed.class);
  }

  private static Option<Trigger> read(IOException fault) {
    return TriggerFile.read(FailingFiles.directory(fault).resolve("a.json"));
  }
}
