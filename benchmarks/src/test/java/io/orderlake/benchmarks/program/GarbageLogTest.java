package io.orderlake.benchmarks.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GarbageLogTest {
  private static final String LOG =
      """
      [0.010s][info][gc,init] Heap Max Capacity: 2G
      [1.204s][info][gc     ] GC(0) Pause Young (Allocation Failure) 512M->700M(1963M) 12.3ms
      [2.500s][info][gc     ] GC(1) Pause Full (Ergonomics) 900M->150M(1963M) 85.0ms
      [3.500s][info][gc     ] GC(2) Pause Full (Ergonomics) 901M->140M(1963M) 85.0ms
      """;

  @Test
  void the_most_that_a_collection_left_is_told_apart_for_full_ones(@TempDir Path directory)
      throws Exception {
    Path file = Files.writeString(directory.resolve("gc.log"), LOG);

    assertThat(GarbageLog.told(file))
        .isEqualTo(
            "heap in use after a collection at most 700 MiB, after the 2 full ones at most 150 MiB");
    assertThat(GarbageLog.heap(file)).isEqualTo("2G");
  }
}
