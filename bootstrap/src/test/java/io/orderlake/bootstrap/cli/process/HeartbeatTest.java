package io.orderlake.bootstrap.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.bootstrap.wiring.Unavailable;
import io.vavr.collection.HashMap;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));

  @Test
  void the_file_is_written_anew_while_it_beats_but_not_at_every_beat() throws Exception {
    Heartbeat heart = to(folder.resolve("alive"));
    heart.beat();
    String first = Files.readString(folder.resolve("alive"));

    now.updateAndGet(t -> t.plusMillis(200));
    heart.beat();
    assertThat(folder.resolve("alive")).hasContent(first);

    now.updateAndGet(t -> t.plusSeconds(5));
    heart.beat();
    assertThat(Files.readString(folder.resolve("alive"))).isGreaterThan(first);
  }

  @Test
  void whoever_reads_the_file_while_it_beats_finds_it_whole() throws Exception {
    Path file = folder.resolve("alive");
    Heartbeat heart = to(file);
    heart.beat();
    try (InputStream read = Files.newInputStream(file)) {
      now.updateAndGet(t -> t.plusSeconds(5));
      heart.beat();

      assertThat(read).hasContent("2026-11-23T10:00:00Z\n");
    }
    assertThat(file).hasContent("2026-11-23T10:00:05Z\n");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void without_the_variable_nothing_is_written() {
    Heartbeat.of(HashMap.empty(), now::get).beat();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_that_cannot_be_written_is_named_with_the_variable() {
    Path nowhere = folder.resolve("missing/alive");
    assertThatThrownBy(() -> to(nowhere).beat())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining(Heartbeat.VARIABLE);
  }

  private Heartbeat to(Path file) {
    return Heartbeat.of(HashMap.of(Heartbeat.VARIABLE, file.toString()), now::get);
  }
}
