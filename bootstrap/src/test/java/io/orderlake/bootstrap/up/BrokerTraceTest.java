package io.orderlake.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTraceTest {
  @TempDir Path folder;
  private Process process;
  private BrokerTrace trace;

  @BeforeEach
  void a_process() throws IOException {
    process = new ProcessBuilder("sleep", "1").start();
    trace = new BrokerTrace(folder.resolve("kafka/process"));
  }

  @AfterEach
  void is_ended() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Test
  void a_broker_left_behind_is_waited_for() {
    trace.leave(process.pid());
    trace.endLeftBehind();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void another_process_under_the_same_id_is_none_of_its_business() throws IOException {
    Files.createDirectories(folder.resolve("kafka"));
    long own = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("kafka/process"), own + " 2001-01-01T00:00:00Z\n");
    trace.endLeftBehind();
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void a_trace_that_cannot_be_read_keeps_nobody_from_starting() throws IOException {
    Files.createDirectories(folder.resolve("kafka"));
    Files.writeString(folder.resolve("kafka/process"), "garbage");
    trace.endLeftBehind();
    trace.remove();
    trace.endLeftBehind();
    assertThat(folder.resolve("kafka/process")).doesNotExist();
  }
}
