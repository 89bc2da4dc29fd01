package io.orderlake.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLakeTest {
  @TempDir Path folder;

  @Test
  void a_new_directory_is_made_and_marked() {
    Path lake = folder.resolve("a/b");
    assertThat(DemoLake.prepare(lake)).isEqualTo(Either.right(false));
    assertThat(lake.resolve(DemoLake.MARKER)).exists();
  }

  @Test
  void an_earlier_demo_s_lake_is_emptied_but_for_the_lock_that_is_held() throws IOException {
    DemoLake.prepare(folder);
    Files.createDirectories(folder.resolve("bronze/orders/_delta_log"));
    Files.writeString(folder.resolve("bronze/orders/part"), "rows");
    Files.writeString(folder.resolve("up.lock"), "");
    assertThat(DemoLake.prepare(folder)).isEqualTo(Either.right(true));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(DemoLake.MARKER, "up.lock");
  }

  @Test
  void a_directory_without_the_mark_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "all of it");
    assertThat(DemoLake.objection(folder).get()).contains(folder.toString(), "--data DIR");
    assertThat(DemoLake.prepare(folder).getLeft()).isEqualTo(DemoLake.objection(folder).get());
    assertThat(folder.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void what_a_symbolic_link_points_to_is_left_alone() throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "all of it");
    Path lake = folder.resolve("lake");
    DemoLake.prepare(lake);
    Files.createSymbolicLink(lake.resolve("link"), precious);
    DemoLake.prepare(lake);
    assertThat(lake.resolve("link")).doesNotExist();
    assertThat(precious.resolve("thesis.txt")).exists();
  }
}
