package io.orderlake.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test command in a small project of its own, whose parts only say what they found. */
class VerifyTest {
  private static final Path HOME = Path.of(System.getProperty("orderlake.home"));

  /** All that it may need from the machine beside what it installs. */
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "bash",
          "cat",
          "dirname",
          "env",
          "grep",
          "mkdir",
          "mktemp",
          "readlink",
          "sed",
          "sh",
          "sleep",
          "tail",
          "tee");

  /** What it would install beside Java and Maven. */
  private static final List<String> INSTALLED =
      List.of(
          "docker",
          "python3",
          "initdb",
          "chromium",
          "chromedriver",
          "ss",
          "promtool",
          "prometheus-alertmanager");

  @TempDir Path folder;
  private Path project;
  private Path tools;

  private record Outcome(int code, String out) {}

  @BeforeEach
  void a_project_on_a_machine_that_has_everything() throws IOException {
    project = Files.createDirectories(folder.resolve("a project"));
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String file : List.of("verify", "bin/install", ".ci/run")) {
      Path copy = project.resolve(file);
      Files.createDirectories(copy.getParent());
      executable(Files.copy(HOME.resolve(file), copy));
    }
    Files.copy(HOME.resolve("README.md"), project.resolve("README.md"));
    for (String tool : TOOLS) {
      Path where = Path.of("/usr/bin", tool);
      tool(tool, "exec " + (Files.exists(where) ? where : Path.of("/bin", tool)) + " \"$@\"");
    }
    for (String tool : INSTALLED) {
      tool(tool, "exit 0");
    }
    tool("id", "echo 0");
    tool("javac", "echo javac 17.0.1");
    tool("mvn", "echo \"mvn $*\"; echo '[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 1'");
    part("readers/verify", "echo 'silver/orders: 41 rows, the same'");
    part("airflow/verify", "echo '=== 7 passed, 2 skipped in 1.23s ==='");
    part("docker/smoke-test", "echo 'PASSED: the stack in containers, in 3 s'");
  }

  @Test
  void every_part_runs_and_the_end_says_what_it_did() throws Exception {
    Outcome outcome = verify();
    assertThat(outcome.code).as(outcome.out).isZero();
    assertThat(outcome.out.lines().map(line -> line.replaceAll(" +", " ")))
        .contains("mvn -B -ntp verify", "[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 1")
        .anyMatch(line -> line.matches("verify: java passed .* 5 tests, 0 failed, 1 skipped"))
        .anyMatch(line -> line.matches("verify: readers passed .* 41 rows read as they are stored"))
        .anyMatch(line -> line.matches("verify: airflow passed .* 7 passed, 2 skipped"))
        .anyMatch(line -> line.matches("verify: containers passed .*"))
        .last()
        .asString()
        .startsWith("verify: passed in");
    assertThat(project.resolve("target/verify/java.log")).content().contains("Tests run: 5");
  }

  @Test
  void the_quick_loop_is_two_modules_and_needs_java_and_maven_alone() throws Exception {
    for (String tool : INSTALLED) {
      Files.delete(tools.resolve(tool));
    }
    Outcome outcome = verify("--quick");
    assertThat(outcome.code).as(outcome.out).isZero();
    assertThat(outcome.out)
        .contains("-pl domain,application verify")
        .doesNotContain("airflow", "containers");
  }

  @Test
  void after_a_part_that_failed_the_others_run_only_if_somebody_wants_that() throws Exception {
    tool("mvn", "echo '[ERROR] Tests run: 5, Failures: 2, Errors: 0, Skipped: 0'; exit 1");
    Outcome first = verify();
    assertThat(first.code).isEqualTo(1);
    assertThat(first.out).contains("5 tests, 2 failed", "FAILED after").doesNotContain("7 passed");
    assertThat(first.out.lines()).filteredOn(line -> line.contains("not run")).hasSize(3);

    Outcome all = verify("--keep-going");
    assertThat(all.code).isEqualTo(1);
    assertThat(all.out).contains("5 tests, 2 failed", "7 passed").doesNotContain("not run");
  }

  @Test
  void what_a_part_skips_is_said_and_no_failure() throws Exception {
    part("docker/smoke-test", "echo 'SKIPPED: the stack in containers: there is no Compose v2'");
    Outcome outcome = verify("containers");
    assertThat(outcome.code).isZero();
    assertThat(outcome.out.lines())
        .anyMatch(line -> line.matches("verify: containers +skipped .*there is no Compose v2"));
  }

  @Test
  void without_a_docker_daemon_that_is_said_and_the_rest_runs() throws Exception {
    Files.delete(tools.resolve("docker"));
    tool("id", "echo 1000");
    Outcome outcome = verify();
    assertThat(outcome.code).as(outcome.out).isZero();
    assertThat(outcome.out)
        .contains("5 tests", "7 passed", "need containers were skipped: no Docker daemon answers");
  }

  @Test
  void what_is_missing_is_told_with_the_command_that_installs_it() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Files.delete(tools.resolve("promtool"));
    Files.delete(tools.resolve("chromium"));
    tool("apt-get", "exit 1");
    Outcome outcome = verify();
    assertThat(outcome.code).isEqualTo(69);
    assertThat(outcome.out)
        .contains(
            "apt-get install --no-install-recommends maven prometheus chromium",
            "ORDERLAKE_INSTALL=1");
  }

  @Test
  void with_leave_it_is_installed_and_what_apt_says_goes_to_a_log() throws Exception {
    Files.delete(tools.resolve("mvn"));
    tool("chmod", "exec /bin/chmod \"$@\"");
    tool(
        "apt-get",
        "echo \"apt-get $*\"; case \"$*\" in *install*maven*) printf '#!/bin/sh\\n"
            + "echo installed\\n"
            + "' >"
            + tools.resolve("mvn")
            + "; chmod +x "
            + tools.resolve("mvn")
            + ";; esac");
    Outcome outcome = run(Map.of("ORDERLAKE_INSTALL", "1"), "verify", "--quick");
    assertThat(outcome.code).as(outcome.out).isZero();
    assertThat(outcome.out).contains("installing maven", "installed in").doesNotContain("apt-get");
  }

  @Test
  void continuous_integration_runs_the_command_that_the_readme_gives() throws Exception {
    Outcome outcome = run(Map.of(), ".ci/run");
    assertThat(outcome.code).as(outcome.out).isZero();
    assertThat(outcome.out).contains("mvn -B -ntp verify", "7 passed");

    Files.writeString(
        project.resolve("README.md"),
        "## Tests\n\n```sh\nmake test\n```\n",
        StandardCharsets.UTF_8);
    assertThat(run(Map.of(), ".ci/run").out).contains("'make test', not './verify'");
  }

  /** Also in the background of a script, where nobody hears an interrupt. */
  @ParameterizedTest
  @ValueSource(strings = {"verify", "in-the-background"})
  void who_stops_it_stops_what_it_has_started(String command) throws Exception {
    executable(
        Files.writeString(
            project.resolve("in-the-background"),
            "#!/bin/sh\ntrap '' INT\nexec \"${0%/*}/verify\" \"$@\"\n"));
    tool("mvn", "echo \"pid $$\"; exec sleep 3600");
    Process process = start(Map.of(), command, "--quick");
    var said = process.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    while (!line.startsWith("pid ")) {
      line = said.readLine();
    }
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(ProcessHandle.of(Long.parseLong(line.substring(4))).filter(ProcessHandle::isAlive))
        .isEmpty();
  }

  @Test
  void a_part_that_there_is_not_is_refused() throws Exception {
    assertThat(verify("scala").code).isEqualTo(64);
  }

  private Outcome verify(String... arguments) throws Exception {
    return run(
        Map.of(),
        io.vavr.collection.List.of(arguments).prepend("verify").toJavaArray(String[]::new));
  }

  private Outcome run(Map<String, String> environment, String... command) throws Exception {
    Process process = start(environment, command);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out);
  }

  private Process start(Map<String, String> environment, String... command) throws IOException {
    command[0] = project.resolve(command[0]).toString();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("TMPDIR", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private void part(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    executable(Files.writeString(file, "#!/bin/sh\n" + text + "\n"));
  }

  private void tool(String name, String text) throws IOException {
    Files.deleteIfExists(tools.resolve(name));
    executable(Files.writeString(tools.resolve(name), "#!/bin/sh\n" + text + "\n"));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
