package io.orderlake.benchmarks.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkplaceTest {
  @TempDir private Path parent;

  @AfterEach
  void logWhereOthersDo() {
    System.clearProperty("orderlake.log.file");
  }

  @Test
  void aKilledRunsDirectoryGoesAndALivingOnesStays() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path killed = Files.createDirectories(parent.resolve("bench-" + ended.pid() + "-1/lake"));
    Path other = Files.createDirectories(parent.resolve("bench-lakes"));

    Path living;
    try (Workplace first = Workplace.in(parent);
        Workplace second = Workplace.in(parent)) {
      living = first.directory();
      assertThat(living).isDirectory().isNotEqualTo(second.directory());
    }

    assertThat(killed.getParent()).doesNotExist();
    assertThat(other).isDirectory();
    assertThat(living).doesNotExist();
  }
}
