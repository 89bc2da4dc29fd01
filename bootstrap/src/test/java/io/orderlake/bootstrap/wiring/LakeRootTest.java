package io.orderlake.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeRootTest {
  @TempDir Path folder;

  @Test
  void a_path_is_not_escaped() {
    assertThat(new LakeRoot(Path.of("/my lakes/100% [a] #1")).path())
        .isEqualTo("file:/my lakes/100% [a] #1");
    assertThat(new LakeRoot(Path.of("/")).path()).isEqualTo("file:/");
  }

  @Test
  void tables_that_lie_in_the_directory_of_the_escaped_name_come_home() throws IOException {
    Files.createDirectories(folder.resolve("my%20lake/bronze/orders/_delta_log"));
    Files.createDirectories(folder.resolve("my%20lake/gold"));
    Path lake = Files.createDirectories(folder.resolve("my lake"));
    new LakeRoot(lake).withTablesAtHome();
    assertThat(lake.resolve("bronze/orders/_delta_log")).isDirectory();
    assertThat(lake.resolve("gold")).isDirectory();
    assertThat(folder.resolve("my%20lake/bronze")).doesNotExist();
  }

  @Test
  void another_lake_and_tables_that_are_there_already_are_left_alone() throws IOException {
    Path lake = Files.createDirectories(folder.resolve("my lake"));
    Files.createDirectories(folder.resolve("my%20lake/bronze"));
    Path sign = Files.createDirectories(folder.resolve("my%20lake/triggers"));
    new LakeRoot(lake).withTablesAtHome();
    assertThat(lake.resolve("bronze")).as("the other one is a lake of its own").doesNotExist();

    Files.delete(sign);
    Files.createDirectories(lake.resolve("bronze/mine"));
    new LakeRoot(lake).withTablesAtHome();
    assertThat(folder.resolve("my%20lake/bronze")).isDirectory();
    assertThat(lake.resolve("bronze/mine")).isDirectory();
  }
}
