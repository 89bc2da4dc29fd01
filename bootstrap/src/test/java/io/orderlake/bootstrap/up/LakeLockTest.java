package io.orderlake.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.bootstrap.wiring.Unavailable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLockTest {
  @TempDir Path folder;

  @Test
  void a_lake_is_taken_once_at_a_time() throws Exception {
    Path lake = folder.resolve("lake");
    LakeLock first = LakeLock.take(lake);
    assertThatThrownBy(() -> LakeLock.take(lake))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining(lake.toString())
        .hasMessageContaining("--data DIR");
    first.close();
    try (LakeLock second = LakeLock.take(lake)) {
      assertThat(second).isNotNull();
    }
  }
}
