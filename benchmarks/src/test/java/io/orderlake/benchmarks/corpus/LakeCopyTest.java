package io.orderlake.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeCopyTest {
  @Test
  void what_is_written_over_in_the_copy_stays_in_the_original(@TempDir Path directory)
      throws Exception {
    Path lake = directory.resolve("lake");
    Path log = lake.resolve("bronze/orders/_delta_log");
    Files.createDirectories(log);
    Files.writeString(log.resolve("_last_checkpoint"), "100");
    Files.writeString(log.resolve("00000000000000000100.checkpoint.parquet"), "state");
    Files.writeString(lake.resolve("bronze/orders/part-0.zstd.parquet"), "rows");
    Path copy = directory.resolve("copy");

    LakeCopy.make(lake, copy);
    Files.writeString(copy.resolve("bronze/orders/_delta_log/_last_checkpoint"), "200");
    Files.writeString(
        copy.resolve("bronze/orders/_delta_log/00000000000000000100.checkpoint.parquet"), "torn");
    Files.delete(copy.resolve("bronze/orders/part-0.zstd.parquet"));

    assertThat(log.resolve("_last_checkpoint")).hasContent("100");
    assertThat(log.resolve("00000000000000000100.checkpoint.parquet")).hasContent("state");
    assertThat(lake.resolve("bronze/orders/part-0.zstd.parquet")).hasContent("rows");
  }
}
