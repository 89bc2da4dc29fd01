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
      echo built >>"$PWD/builds"; mkdir -p bootstrap/target/orderlake/lib
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
    project = Files.createDirectories(folder.resolve("a project"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(LAUNCHER, project.resolve("orderlake"));
    executable(project.resolve("orderlake"));
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
  void a_build_whose_archive_cannot_be_made_runs_all_the_same() throws Exception {
    Outcome outcome = run("status");
    assertThat(outcome.err).contains("Built Orderlake", "starts stay slow", "archive.log");
    assertThat(outcome.code).isZero();
    assertThat(outcome.out).contains(project.toRealPath() + "/bootstrap/target/orderlake/lib/*");
    assertThat(project.resolve("bootstrap/target/building")).doesNotExist();
  }

  @Test
  void a_build_makes_the_archive_anew_from_the_jars_one_by_one() throws Exception {
    script("mvn", BUILDS + "touch bootstrap/target/orderlake/lib/b.jar\n");
    java("17.0.1", "for a; do case $a in -XX:Arch*) echo made >\"${a#*=}\" ;; esac; done");
    Path dist = project.toRealPath().resolve("bootstrap/target/orderlake");
    assertThat(run("status").err).contains("Prepared quick starts").doesNotContain("slow");
    assertThat(run("status").out.lines())
        .contains(dist + "/lib/b.jar", "-XX:SharedArchiveFile=" + dist + "/orderlake.jsa");
    assertThat(project.resolve("bootstrap/target/building")).doesNotExist();

    script("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; exit 1");
    Files.writeString(project.resolve("pom.xml"), "<project></project>");
    run("status");
    assertThat(dist.resolve("orderlake.jsa")).as("of jars that are gone").doesNotExist();
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
    assertThat(outcome.err).contains("needs Java 17", "Java 21", "openjdk-17-jdk", "JAVA_HOME");
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
