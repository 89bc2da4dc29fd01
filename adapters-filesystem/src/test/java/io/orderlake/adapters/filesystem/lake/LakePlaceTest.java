package io.orderlake.adapters.filesystem.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.lake.LakeProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakePlaceTest {
  @TempDir Path folder;

  private static String why(Path directory) {
    return LakePlace.look(directory).missing().getOrElse("a lake");
  }

  @Test
  void what_is_not_there_is_not_a_lake() {
    assertThat(why(folder.resolve("typo"))).isEqualTo("it does not exist");
    assertThat(why(folder.resolve("typo/lake"))).contains("above it");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_link_to_nothing_is_called_so() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
    assertThat(why(link)).contains("symbolic link", folder.resolve("gone").toString());
  }

  @Test
  void a_file_an_empty_directory_and_one_with_other_things_are_told_apart() throws IOException {
    assertThat(why(Files.createFile(folder.resolve("file")))).contains("is a file");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(why(empty)).contains("is empty");
    for (String name : new String[] {"d", "a", "c", "b"}) {
      Files.createFile(empty.resolve(name));
    }
    assertThat(why(empty)).contains("other things (a, b, c, …)");
  }

  /** What the first step of each role left behind before there was a register. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bronze/orders/_delta_log",
        "silver/orders/_delta_log",
        "runs/lake-versions",
        "runs/journal",
        "triggers/epoch.json"
      })
  void a_lake_from_before_is_a_lake(String trace) throws IOException {
    Files.createDirectories(folder.resolve(trace));
    assertThat(why(folder)).isEqualTo("a lake");
  }

  @Test
  void a_lake_that_was_just_born_is_a_lake_and_a_request_without_one_is_not() throws IOException {
    Files.createDirectories(folder.resolve("triggers/pending"));
    assertThat(why(folder)).contains("triggers");
    new FileLakeRegister(folder).enter(new LakeProperties(ZoneOffset.UTC, "USD"));
    assertThat(why(folder)).isEqualTo("a lake");
  }
}
