package io.orderlake.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a small project of its own, with a Java and a Maven that only say so. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of(System.getProperty("orderlake.home"), "orderlake");
  private static final String BUILDS =
      """
      if [ "$1" = -v ]; then echo "Apache Maven 3.9.9"; exit; fi
      echo "$@" >>"$PWD/builds"; mkdir -p bootstrap/target/program/orderlake/lib
      """;

  /** All that the launcher may need from the machine. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cut",
          "dirname",
          "find",
          "grep",
          "head",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch");

  @TempDir Path folder;
  private Path project;
  private Path tools;

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void a_project_with_sources() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(LAUNCHER, project.resolve("orderlake"));
    executable(project.resolve("orderlake"));
    Files.createDirectories(project.resolve("bin"));
    Files.copy(LAUNCHER.resolveSibling("bin/build"), project.resolve("bin/build"));
    Files.createDirectories(project.resolve("domain/src/main"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    old(project.resolve("pom.xml"), project.resolve("domain/src/main"));
    for (String tool : TOOLS) {
      Path where = Path.of("/usr/bin", tool);
      script(tool, "exec " + (Files.exists(where) ? where : Path.of("/bin", tool)) + " \"$@\"");
    }
    java("17.0.1");
    script("mvn", BUILDS);
  }

  @Test
  void the_first_start_builds_and_the_next_one_does_not() throws Exception {
    assertThat(run("status").err).contains("Built Orderlake");
    assertThat(run("status").err).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_build_builds_what_runs_and_the_benchmarks_only_for_whoever_asks() throws Exception {
    run("status");
    assertThat(Files.readString(project.resolve("builds")))
        .contains("-DskipTests", "-pl bootstrap,adapters-kafka/embedded-broker -am")
        .doesNotContain("benchmarks");
    Files.createDirectories(project.resolve("benchmarks/target/program"));
    assertThat(run("bench").out).contains("io.orderlake.benchmarks.Main");
    assertThat(Files.readAllLines(project.resolve("builds")).get(1)).contains(",benchmarks");
    run("bench");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_build_says_how_far_it_is_without_a_terminal_and_where_its_log_lies() throws Exception {
    script(
        "mvn",
        BUILDS
            + "echo '[INFO] Building Orderlake :: Spark adapters 0.1.0-SNAPSHOT      [9/10]'\n"
            + "echo 'Downloaded from central: https://x/a.jar (3 kB)'; sleep 1.5\n");
    assertThat(run("status").err)
        .contains(
            "bootstrap/target/build.log", ": Spark adapters, 9 of 10 (", "libraries fetched: 1");
  }

  @Test
  void what_a_build_lacks_is_one_sentence() throws Exception {
    for (String[] said :
        new String[][] {
          {"[ERROR] x: Unknown host repo.example: y", "needs the network once"},
          {"[ERROR] in offline mode and the artifact a:b:1 has not", "Build once with the network"},
          {"[ERROR] x: No space left on device", "the disk is full"},
          {"[ERROR] Could not create local repository at /x -> [Help", "Set HOME"},
          {"[ERROR] error reading /m2/a.jar; zip END header not found", "/m2/a.jar"},
        }) {
      script(
          "mvn",
          "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; echo '" + said[0] + "'; exit 1");
      Outcome failed = run("status");
      assertThat(failed.code).isEqualTo(69);
      assertThat(failed.err).contains("the build failed", said[1], "build.log");
      assertThat(failed.err.lines().filter(line -> line.startsWith("orderlake:"))).hasSize(1);
    }
  }

  @Test
  void what_a_build_has_left_that_was_broken_off_is_not_built_upon() throws Exception {
    script(
        "mvn",
        "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit\n"
            + "mkdir -p domain/target/program/classes; : >domain/target/program/classes/torn; exit"
            + " 1");
    run("status");
    Path torn = project.resolve("domain/target/program/classes/torn");
    assertThat(torn).exists();
    script("mvn", BUILDS);
    run("status");
    assertThat(torn).doesNotExist();
    assertThat(project.resolve("bootstrap/target/building")).doesNotExist();
  }

  @Test
  void the_lock_of_a_builder_that_is_gone_is_taken_over() throws Exception {
    Path lock = project.resolve("bootstrap/target/building");
    Files.createDirectories(lock.getParent());
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    for (String holder : List.of(gone.pid() + "\n", "")) {
      Files.writeString(lock, holder);
      Files.deleteIfExists(project.resolve("bootstrap/target/program/orderlake/built"));
      assertThat(run("status").code).isZero();
      assertThat(lock).doesNotExist();
    }
  }

  @Test
  void the_first_demo_leaves_the_archive_for_later_starts() throws Exception {
    script("mvn", BUILDS + "touch bootstrap/target/program/orderlake/lib/b.jar\n");
    java("17.0.1", "for a; do case $a in -XX:Arch*) echo made >\"${a#*=}\" ;; esac; done; exit 3");
    Path dist = project.toRealPath().resolve("bootstrap/target/program/orderlake");
    assertThat(really("demo").code).as("its own exit code").isEqualTo(3);
    assertThat(dist.resolve("orderlake.jsa")).as("of a demo that failed").doesNotExist();

    java("17.0.1", "for a; do case $a in -XX:Arch*) echo made >\"${a#*=}\" ;; esac; done");
    assertThat(really("--data", "x", "demo").code).isZero();
    assertThat(run("status").out.lines())
        .contains(dist + "/lib/b.jar", "-XX:SharedArchiveFile=" + dist + "/orderlake.jsa");

    script("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; exit 1");
    Files.writeString(project.resolve("pom.xml"), "<project></project>");
    run("status");
    assertThat(dist.resolve("orderlake.jsa")).as("of jars that are gone").doesNotExist();
  }

  @Test
  void a_role_that_runs_on_gets_the_archive_first_and_runs_without_one_that_cannot_be_made()
      throws Exception {
    assertThat(really("status").err).doesNotContain("quick starts", "starts stay slow");
    Files.delete(project.resolve("bootstrap/target/program/orderlake/built"));
    java("17.0.1", "case $* in *Archive*) exit 1 ;; esac; echo \"runs $*\"");
    Outcome outcome = really("up");
    assertThat(outcome.err).contains("starts stay slow", "archive.log");
    assertThat(outcome.out).contains("runs ", "up");
    assertThat(outcome.code).isZero();
  }

  @Test
  void the_benchmarks_are_no_part_of_a_program_alone() throws Exception {
    Path image = Files.createDirectories(folder.resolve("image/lib")).getParent();
    Files.copy(LAUNCHER, image.resolve("orderlake"));
    executable(image.resolve("orderlake"));
    Outcome outcome = runIn(folder, image.resolve("orderlake"), Map.of(), "bench");
    assertThat(outcome.code).isEqualTo(69);
    assertThat(outcome.err).contains("the benchmarks are part of the sources");
  }

  @Test
  void changed_new_and_deleted_sources_lead_to_a_build() throws Exception {
    Path source = project.resolve("domain/src/main/New.java");
    run("status");
    Files.writeString(source, "class New {}");
    run("status");
    assertThat(builds()).as("new source").isEqualTo(2);
    Files.delete(source);
    run("status");
    assertThat(builds()).as("deleted source").isEqualTo(3);
    Files.writeString(project.resolve("pom.xml"), "<project></project>");
    run("status");
    assertThat(builds()).as("changed pom").isEqualTo(4);
  }

  @Test
  void arguments_reach_the_program_unharmed_from_any_directory_and_through_links()
      throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("orderlake"));
    Outcome outcome = runIn(folder, link, Map.of(), "gold", "--city", "New York", "");
    assertThat(outcome.out.lines())
        .containsSubsequence("io.orderlake.bootstrap.Main", "gold", "--city", "New York", "")
        .contains("-Dorderlake.home=" + project.toRealPath());
  }

  @Test
  void a_failed_build_names_its_log_and_is_tried_again() throws Exception {
    script(
        "mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; echo '[ERROR] no'; exit 1");
    Outcome failed = run("status");
    assertThat(failed.code).isEqualTo(69);
    assertThat(failed.err).contains("[ERROR] no", "bootstrap/target/build.log");
    script("mvn", BUILDS);
    assertThat(run("status").code).isZero();
  }

  @Test
  void another_java_is_refused_with_what_to_install() throws Exception {
    java("21.0.2");
    Outcome outcome = run("status");
    assertThat(outcome.code).isEqualTo(69);
    assertThat(outcome.err).contains("needs Java 17", "(Java 21)", "openjdk-17-jdk", "JAVA_HOME");
  }

  @Test
  void variables_that_are_empty_are_not_set() throws Exception {
    Outcome outcome =
        with(Map.of("JAVA_HOME", "", "ORDERLAKE_HEAP", "", "ORDERLAKE_JAVA_OPTS", ""), "status");
    assertThat(outcome.code).isZero();
    assertThat(outcome.out).contains("-Xmx512m");
  }

  @Test
  void a_heap_and_options_that_java_refuses_are_named_with_their_variable() throws Exception {
    run("status");
    assertThat(with(Map.of("ORDERLAKE_HEAP", "two"), "demo").err).contains("ORDERLAKE_HEAP=two");
    Outcome small = with(Map.of("ORDERLAKE_HEAP", "300m"), "up");
    assertThat(small.err).contains("ORDERLAKE_HEAP=300m", "512m or more");
    assertThat(small.code).isEqualTo(78);
    assertThat(with(Map.of("ORDERLAKE_HEAP", "300m"), "status").code).isZero();
    java("17.0.1", "echo 'Unrecognized option: -Dno' >&2; exit 1");
    Outcome refused = with(Map.of("ORDERLAKE_JAVA_OPTS", "-Dno"), "status");
    assertThat(refused.err).contains("ORDERLAKE_JAVA_OPTS=-Dno", "Unrecognized option: -Dno");
    assertThat(refused.code).isEqualTo(78);
  }

  @Test
  void the_program_gets_utf8_and_plain_digits_whatever_the_machine_speaks() throws Exception {
    run("status");
    java("17.0.1", "x=$(printf '\\303\\251'); echo \"$LC_ALL $*\"");
    for (Map<String, String> machine :
        List.of(Map.of("LANG", "C"), Map.of("LC_ALL", "ar_EG.UTF-8"), Map.of("LC_ALL", "POSIX"))) {
      assertThat(really(machine, "status").out)
          .matches("(?s)[A-Za-z_]+\\.[Uu][Tt][Ff]-?8 .*")
          .contains("-Duser.language=en", "-Duser.timezone=UTC");
    }
  }

  @Test
  void a_directory_that_a_class_path_cannot_hold_is_refused() throws Exception {
    Path other = Files.createDirectories(folder.resolve("a:b"));
    Files.copy(LAUNCHER, other.resolve("orderlake"));
    executable(other.resolve("orderlake"));
    Outcome outcome = runIn(folder, other.resolve("orderlake"), Map.of(), "status");
    assertThat(outcome.code).isEqualTo(69);
    assertThat(outcome.err).contains("a:b", "colon", "Move or copy it");
  }

  @Test
  void what_a_bare_machine_lacks_is_installed_all_at_once_where_apt_is() throws Exception {
    executable(
        Files.writeString(
            project.resolve("bin/install"), "#!/bin/sh\necho \"asked for $*\" >&2; exit 69\n"));
    script("apt-get", "exit 1");
    Files.delete(tools.resolve("mvn"));
    Outcome outcome = run("status");
    assertThat(outcome.err).contains("asked for building Orderlake maven");
    assertThat(outcome.code).isEqualTo(69);
  }

  @Test
  void java_home_wins_over_the_path() throws Exception {
    Path other = folder.resolve("other");
    Files.createDirectories(other);
    Files.move(folder.resolve("jdk"), other.resolve("jdk"));
    java("11.0.2");
    Outcome outcome =
        runIn(
            project,
            project.resolve("orderlake"),
            Map.of("JAVA_HOME", other.resolve("jdk").toString()),
            "status");
    assertThat(outcome.out).startsWith(other.resolve("jdk/bin/java").toString());
  }

  @Test
  void an_old_or_missing_maven_is_refused_when_there_is_something_to_build() throws Exception {
    script("mvn", "echo 'Apache Maven 3.6.3'");
    assertThat(run("status").err).contains("Maven 3.8 or newer", "3.6.3");
    Files.delete(tools.resolve("mvn"));
    assertThat(run("status").err).contains("no mvn on the PATH", "apt-get install maven");
  }

  @Test
  void a_runtime_without_a_compiler_is_refused_when_there_is_something_to_build() throws Exception {
    Files.delete(folder.resolve("jdk/bin/javac"));
    assertThat(run("status").err).contains("JDK 17");
  }

  @Test
  void the_heap_follows_the_role_unless_somebody_says_otherwise() throws Exception {
    assertThat(run("--data", "x", "demo").out).contains("-Xmx2g");
    assertThat(run("status").out).contains("-Xmx512m");
    Outcome told =
        runIn(project, project.resolve("orderlake"), Map.of("ORDERLAKE_HEAP", "5g"), "up");
    assertThat(told.out).contains("-Xmx5g").doesNotContain("-Xmx2g");
  }

  @Test
  void a_program_beside_the_launcher_runs_without_sources_maven_or_compiler() throws Exception {
    Path image = Files.createDirectories(folder.resolve("image"));
    Files.copy(LAUNCHER, image.resolve("orderlake"));
    executable(image.resolve("orderlake"));
    Files.createDirectories(image.resolve("lib"));
    Files.delete(tools.resolve("mvn"));
    Files.delete(folder.resolve("jdk/bin/javac"));

    Outcome outcome =
        runIn(folder, image.resolve("orderlake"), Map.of("ORDERLAKE_TMP", "/scratch"), "runner");

    assertThat(outcome.err).isEmpty();
    assertThat(outcome.out.lines())
        .containsSubsequence(
            "-cp",
            image.toRealPath().resolve("lib") + "/*",
            "@" + image.toRealPath() + "/jvm.options")
        .contains("-Djava.io.tmpdir=/scratch");
  }

  @Test
  void the_role_airflow_needs_no_java_and_gets_its_arguments_unharmed() throws Exception {
    Path role = Files.createDirectories(project.resolve("airflow")).resolve("run");
    executable(Files.writeString(role, "#!/bin/sh\nprintf '%s|' \"$@\""));
    Files.delete(tools.resolve("java"));
    assertThat(run("airflow", "--data", "a lake", "").out).isEqualTo("--data|a lake||");
    assertThat(run("status", "airflow").err).contains("needs Java 17");
  }

  /** Without the dry run: what stands for Java runs. */
  private Outcome really(String... arguments) throws Exception {
    return really(Map.of(), arguments);
  }

  private Outcome really(Map<String, String> more, String... arguments) throws Exception {
    Map<String, String> variables = new java.util.HashMap<>(more);
    variables.put("ORDERLAKE_DRY_RUN", "");
    return with(variables, arguments);
  }

  private Outcome with(Map<String, String> more, String... arguments) throws Exception {
    return runIn(project, project.resolve("orderlake"), more, arguments);
  }

  private Outcome run(String... arguments) throws Exception {
    return runIn(project, project.resolve("orderlake"), Map.of(), arguments);
  }

  private Outcome runIn(Path cwd, Path launcher, Map<String, String> more, String... arguments)
      throws Exception {
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
            io.vavr.collection.List.of(arguments).prepend(launcher.toString()).asJava());
    builder.directory(cwd.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("ORDERLAKE_DRY_RUN", "1");
    builder.environment().putAll(more);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, Files.readString(err));
  }

  private long builds() throws IOException {
    return Files.readAllLines(project.resolve("builds")).size();
  }

  private void java(String version) throws IOException {
    java(version, "");
  }

  private void java(String version, String does) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    for (String tool : List.of("java", "javac")) {
      executable(Files.writeString(bin.resolve(tool), "#!/bin/sh\n" + does));
    }
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.deleteIfExists(tools.resolve("java"));
    Files.createSymbolicLink(tools.resolve("java"), bin.resolve("java"));
  }

  private void script(String name, String text) throws IOException {
    executable(Files.writeString(tools.resolve(name), "#!/bin/sh\n" + text));
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void old(Path... files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
  }
}
