package io.orderlake.adapters.filesystem.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.contract.ScratchContract;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScratchTest extends ScratchContract {
  private static final int ENTRY = 1_000;

  @TempDir private Path folder;

  @Override
  protected Scratch scratch() {
    return new FileScratch(folder.resolve("scratch"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("scratch"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void overflow(Scratch.Spill pile) {
    for (int i = 0; i < 200; i++) {
      pile.add(0, new byte[ENTRY]);
    }
  }

  @Test
  void what_overflows_goes_to_a_file_that_closing_removes() throws IOException {
    Scratch.Spill pile = scratch().open(ENTRY, 1);
    overflow(pile);

    assertThat(files()).anyMatch(file -> file.endsWith("bin-0"));
    assertThat(pile.read(0)).hasSize(200 * ENTRY);
    pile.close();
    assertThat(files()).isEmpty();
  }

  @Test
  void what_a_dead_process_left_is_removed_and_what_is_in_use_stays() throws IOException {
    Path left = Files.createDirectories(folder.resolve("scratch/left"));
    Files.write(left.resolve("bin-0"), new byte[] {1});
    Files.write(folder.resolve("scratch/left.lock"), new byte[] {});
    try (Scratch.Spill first = scratch().open(ENTRY, 1)) {
      overflow(first);
      assertThat(left).doesNotExist();
      try (Scratch.Spill second = scratch().open(ENTRY, 1)) {
        overflow(second);
        assertThat(first.read(0)).hasSize(200 * ENTRY);
      }
      assertThat(first.read(0)).hasSize(200 * ENTRY);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void a_file_that_was_changed_meanwhile_is_named() throws IOException {
    try (Scratch.Spill pile = scratch().open(ENTRY, 1)) {
      overflow(pile);
      Path bin = files().stream().filter(f -> f.endsWith("bin-0")).findAny().orElseThrow();
      Files.write(bin, new byte[] {1, 2, 3});

      assertThatExceptionOfType(LakeFailure.class)
          .isThrownBy(() -> pile.read(0))
          .withMessageContaining(bin.toString())
          .withMessageContaining("3 bytes");
    }
  }

  @Test
  void a_place_that_cannot_be_written_is_named() throws IOException {
    Files.write(folder.resolve("scratch"), new byte[] {});

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> scratch().open(ENTRY, 1))
        .withMessageContaining(folder.resolve("scratch").toString())
        .withMessageContaining("writable");
  }
}
