package io.orderlake.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.bootstrap.wiring.Unavailable;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child process as seen from {@code up}, with launchers that only speak. */
class LocalAirflowTest {
  @TempDir Path folder;
  private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

  @Test
  void its_address_is_known_when_it_says_so_and_the_rest_are_notes() throws Exception {
    Path launcher =
        launcher("echo \"began $*\"; echo 'ready: Airflow at http://127.0.0.1:1'; cat >/dev/null");
    LocalAirflow.Wanted wanted =
        new LocalAirflow.Wanted(
            folder,
            Option.some("s3a://orders/eu"),
            Option.some(folder.resolve("cloud.yaml")),
            Option.some("1234"));
    try (LocalAirflow airflow = LocalAirflow.start(launcher, wanted, notes::add)) {
      assertThat(notes.take())
          .isEqualTo(
              "Airflow: began airflow --with-parent --data %1$s --lake s3a://orders/eu --config %1$s/cloud.yaml --port 1234"
                  .formatted(folder));
      while (airflow.url().isEmpty()) {
        Thread.sleep(Duration.ofMillis(10).toMillis());
      }
      assertThat(airflow.url()).contains("http://127.0.0.1:1");
      airflow.throwIfBroken();
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void a_lake_in_a_directory_is_none_on_a_store_whatever_is_configured() throws Exception {
    try (LocalAirflow airflow = start(launcher("echo \"$# $4:$5:\"; cat >/dev/null"))) {
      assertThat(notes.take()).isEqualTo("Airflow: 6 " + folder + ":--lake:");
      airflow.throwIfBroken();
    }
  }

  @Test
  void closing_lets_it_stop_in_its_own_order() throws Exception {
    LocalAirflow airflow = start(launcher("cat >/dev/null; echo stopped"));
    airflow.close();
    airflow.close();
    assertThat(List.copyOf(notes)).containsExactly("Airflow: stopped");
  }

  @Test
  void one_that_ends_by_itself_is_told_with_what_it_said() throws Exception {
    try (LocalAirflow airflow = start(launcher("echo 'no PostgreSQL'; exit 69"))) {
      assertThat(notes.take()).isEqualTo("Airflow: no PostgreSQL");
      assertThatThrownBy(
              () -> {
                while (true) {
                  airflow.throwIfBroken();
                }
              })
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("exit code 69");
    }
  }

  private LocalAirflow start(Path launcher) {
    return LocalAirflow.start(
        launcher,
        new LocalAirflow.Wanted(folder, Option.none(), Option.none(), Option.none()),
        notes::add);
  }

  private Path launcher(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("orderlake"), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
