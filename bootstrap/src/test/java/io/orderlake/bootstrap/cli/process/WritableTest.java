package io.orderlake.bootstrap.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option that names a file to write, and every kind of path that cannot be one. */
class WritableTest {
  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void a_directory_and_a_file() throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    Files.writeString(folder.resolve("file"), "mine");
    shell =
        new Shell(
            Screen.ofProcess(), InputStream.nullInputStream(), folder, folder, HashMap.empty());
  }

  private String refused(String line, String path) {
    Outcome outcome =
        new CommandLineStage(folder)
            .run(List.of(line.split(" ")).append(path).toJavaArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(64);
    assertThat(outcome.err()).doesNotContain("Exception", ".part");
    return outcome.err();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export revenue_by_city_hour --data lake --to",
        "export revenue_by_city_hour --format parquet --data lake --to",
        "sql select+1 --data lake --parquet",
        "produce --count 1 --data lake --ack-log",
        "produce --from file --data lake --ack-log"
      })
  void a_path_that_cannot_be_written_is_refused_before_anything_is_done(String line)
      throws IOException {
    assertThat(refused(line, "no/such/x.out"))
        .contains(" no/such/x.out: there is no directory " + folder.resolve("no/such"), "make it");
    assertThat(refused(line, "dir")).contains(" dir: that is a directory; name a file in it");
    assertThat(refused(line, "file/x")).contains(folder.resolve("file") + " is no directory");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("dir", "file");
    }
    assertThat(folder.resolve("file")).hasContent("mine");
  }

  @Test
  void a_new_file_and_one_that_is_there_can_be_written() {
    for (String path : List.of("new", "file", "dir/new", folder.resolve("new").toString())) {
      assertThat(Writable.replaced(shell, "--to", Path.of(path))).isEmpty();
      assertThat(Writable.appended(shell, "--to", Path.of(path))).isEmpty();
    }
    assertThat(Writable.replaced(shell, "--to", null)).isEmpty();
  }

  @Test
  void what_is_no_ordinary_file_is_appended_to_but_not_replaced() {
    assertThat(Writable.appended(shell, "--to", Path.of("/dev/null"))).isEmpty();
    assertThat(Writable.replaced(shell, "--to", Path.of("/dev/null")).get())
        .contains("--to /dev/null: ", "no ordinary file");
  }

  @Test
  void a_directory_is_made_where_one_can_be() {
    for (String path : List.of("dir", "new", "new/and/deeper")) {
      assertThat(Writable.directory(shell, "--out", Path.of(path))).isEmpty();
    }
    for (String path : List.of("file", "file/in/it")) {
      assertThat(Writable.directory(shell, "--out", Path.of(path)).get())
          .contains("--out " + path + ": ", folder.resolve("file") + " is no directory");
    }
  }

  @Test
  void where_this_user_may_not_write_is_said() throws IOException {
    Path dir = folder.resolve("dir");
    Path file = folder.resolve("file");
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("r-x------"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(dir), "root may write everywhere");

    assertThat(Writable.replaced(shell, "--to", Path.of("dir/x")).get())
        .contains("--to dir/x: this user may not write in the directory " + dir);
    assertThat(Writable.directory(shell, "--out", Path.of("dir/x")).get())
        .contains("may not write in the directory " + dir);
    assertThat(Writable.appended(shell, "--ack-log", Path.of("file")).get())
        .contains("--ack-log file: this user may not write to the file");
  }
}
