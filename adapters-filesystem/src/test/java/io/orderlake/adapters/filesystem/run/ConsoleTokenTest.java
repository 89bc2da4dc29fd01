package io.orderlake.adapters.filesystem.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTokenTest {
  @TempDir Path data;

  @Test
  void it_is_made_once_and_nobody_but_its_owner_may_read_it() throws IOException {
    ConsoleToken token = ConsoleToken.of(data);

    assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
    assertThat(ConsoleToken.of(data)).isEqualTo(token);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token.file())))
        .isEqualTo("rw-------");
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(token.file()).isEqualTo(data.resolve("runs/console-token"));
  }

  @Test
  void of_several_consoles_that_start_at_once_all_have_the_same() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<ConsoleToken> start = () -> ConsoleToken.of(data);
      List<ConsoleToken> tokens = new java.util.ArrayList<>();
      for (var started : threads.invokeAll(List.of(start, start, start, start, start, start))) {
        tokens.add(started.get());
      }
      assertThat(tokens).hasSize(6);
      assertThat(List.copyOf(new java.util.HashSet<>(tokens))).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void one_that_others_may_read_or_that_is_damaged_is_not_taken() throws IOException {
    Path file = ConsoleToken.of(data).file();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> ConsoleToken.of(data))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("others than its owner may read")
        .hasMessageContaining("remove the file");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "short");
    assertThatThrownBy(() -> ConsoleToken.of(data))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("is damaged");
  }
}
