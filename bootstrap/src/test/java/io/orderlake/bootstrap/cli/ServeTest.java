package io.orderlake.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.FreePorts;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps Gold from being served, and from being proven there. */
class ServeTest {
  @TempDir Path folder;

  private CommandLineStage stage = new CommandLineStage(Path.of("nowhere"));

  @BeforeEach
  void make() {
    stage = new CommandLineStage(folder);
    assertThat(stage.run("init", "--data", "lake").code()).isZero();
  }

  private Outcome run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = "lake";
    return stage.run(all);
  }

  @Test
  void without_a_database_nothing_is_served_and_it_says_how_to_name_one() {
    Outcome serve = run("serve", "--once");
    assertThat(serve.code()).isEqualTo(78);
    assertThat(serve.err()).contains("serve.postgres.url", "up --serve");
    Outcome audit = run("audit", "--serve");
    assertThat(audit.code()).isEqualTo(69);
    assertThat(audit.err()).contains("Gold is served nowhere", "serve.postgres.url");
    assertThat(run("status").out()).doesNotContain("served");
  }

  @Test
  void a_wrong_address_is_refused_without_telling_what_it_may_hold() {
    stage = stage.with("ORDERLAKE_SERVE_POSTGRES_URL", "postgresql://ada:hunter2@db/gold");
    Outcome serve = run("serve");
    assertThat(serve.code()).isEqualTo(78);
    assertThat(serve.err())
        .contains("ORDERLAKE_SERVE_POSTGRES_URL", "serve.postgres.password")
        .doesNotContain("hunter2");
  }

  @Test
  void a_database_that_is_down_is_said_by_status_and_the_password_by_nobody() throws IOException {
    int free = FreePorts.one();
    stage =
        stage
            .with("ORDERLAKE_SERVE_POSTGRES_URL", "postgresql://127.0.0.1:" + free + "/gold")
            .with("ORDERLAKE_SERVE_POSTGRES_PASSWORD", "hunter2");

    Outcome status = run("status");
    assertThat(status.code()).isZero();
    assertThat(status.out()).contains("served    nobody knows: ", "127.0.0.1:" + free);
    Outcome audit = run("audit", "--serve");
    assertThat(audit.code()).isEqualTo(75);
    Outcome forget = run("serve", "--forget", "old_table");
    assertThat(forget.code()).isEqualTo(75);
    assertThat(status.out() + audit.err() + forget.err()).doesNotContain("hunter2");
    try (var written = Files.walk(folder)) {
      assertThat(written.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("hunter2"));
    }
  }

  @Test
  void an_audit_of_what_is_served_is_of_all_of_it() {
    assertThat(run("audit", "--serve", "--sample", "10").code()).isEqualTo(64);
    assertThat(run("audit", "--serve", "--from", "2026-11-22").code()).isEqualTo(64);
  }

  @Test
  void one_s_own_postgresql_and_another_one_are_not_served_at_once() {
    stage = stage.with("ORDERLAKE_SERVE_POSTGRES_URL", "postgresql://127.0.0.1/gold");
    Outcome up = run("up", "--serve");
    assertThat(up.code()).isEqualTo(64);
    assertThat(up.err()).contains("--serve", "serve.postgres.url");
  }
}
