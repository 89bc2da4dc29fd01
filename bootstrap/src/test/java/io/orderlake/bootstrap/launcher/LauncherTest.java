package io.orderlake.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.Orderlake;
import io.orderlake.bootstrap.cli.process.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs the launcher in a small project of its own, with a Java and a Maven that only say so. */
class LauncherTest extends LauncherStage {
  @Test
  void the_first_demo_leaves_the_archive_for_later_starts() throws Exception {
    script("mvn", BUILDS + "touch bootstrap/target/program/orderlake/lib/b.jar\n");
    java("17.0.1", "for a; do case $a in -XX:Arch*) echo made >\"${a#*=}\" ;; esac; done; exit 3");
    Path dist = project.toRealPath().resolve("bootstrap/target/program/orderlake");
    assertThat(really("demo").code()).as("its own exit code").isEqualTo(3);
    assertThat(dist.resolve("orderlake.jsa")).as("of a demo that failed").doesNotExist();

    java("17.0.1", "for a; do case $a in -XX:Arch*) echo made >\"${a#*=}\" ;; esac; done");
    assertThat(really("--data", "x", "demo").code()).isZero();
    assertThat(run("status").out().lines())
        .contains(dist + "/lib/b.jar", "-XX:SharedArchiveFile=" + dist + "/orderlake.jsa");

    script("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; exit 1");
    Files.writeString(project.resolve("pom.xml"), "<project></project>");
    run("status");
    assertThat(dist.resolve("orderlake.jsa")).as("of jars that are gone").doesNotExist();
  }

  @Test
  void a_role_that_runs_on_gets_the_archive_first_and_runs_without_one_that_cannot_be_made()
      throws Exception {
    assertThat(really("status").err()).doesNotContain("quick starts", "starts stay slow");
    Files.delete(project.resolve("bootstrap/target/program/orderlake/built"));
    java("17.0.1", "case $* in *Archive*) exit 1 ;; esac; echo \"runs $*\"");
    Outcome outcome = really("up");
    assertThat(outcome.err()).contains("starts stay slow", "archive.log");
    assertThat(outcome.out()).contains("runs ", "up");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void the_benchmarks_are_no_part_of_a_program_alone() throws Exception {
    Path image = Files.createDirectories(folder.resolve("image/lib")).getParent();
    Files.copy(LAUNCHER, image.resolve("orderlake"));
    executable(image.resolve("orderlake"));
    Outcome outcome = runIn(folder, image.resolve("orderlake"), Map.of(), "bench");
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err()).contains("the benchmarks are part of the sources");
  }

  @Test
  void arguments_reach_the_program_unharmed_from_any_directory_and_through_links()
      throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("orderlake"));
    Outcome outcome = runIn(folder, link, Map.of(), "gold", "--city", "New York", "");
    assertThat(outcome.out().lines())
        .containsSubsequence("io.orderlake.bootstrap.Main", "gold", "--city", "New York", "")
        .contains("-Dorderlake.home=" + project.toRealPath());
  }

  @Test
  void another_java_is_refused_with_what_to_install() throws Exception {
    java("21.0.2");
    Outcome outcome = run("status");
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err()).contains("needs Java 17", "(Java 21)", "openjdk-17-jdk", "JAVA_HOME");
  }

  @Test
  void variables_that_are_empty_are_not_set() throws Exception {
    Outcome outcome =
        with(Map.of("JAVA_HOME", "", "ORDERLAKE_HEAP", "", "ORDERLAKE_JAVA_OPTS", ""), "status");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("-Xmx512m");
  }

  @Test
  void a_heap_and_options_that_java_refuses_are_named_with_their_variable() throws Exception {
    run("status");
    assertThat(with(Map.of("ORDERLAKE_HEAP", "two"), "demo").err()).contains("ORDERLAKE_HEAP=two");
    Outcome small = with(Map.of("ORDERLAKE_HEAP", "300m"), "up");
    assertThat(small.err()).contains("ORDERLAKE_HEAP=300m", "512m or more");
    assertThat(small.code()).isEqualTo(78);
    assertThat(with(Map.of("ORDERLAKE_HEAP", "300m"), "status").code()).isZero();
    java("17.0.1", "echo 'Unrecognized option: -Dno' >&2; exit 1");
    Outcome refused = with(Map.of("ORDERLAKE_JAVA_OPTS", "-Dno"), "status");
    assertThat(refused.err()).contains("ORDERLAKE_JAVA_OPTS=-Dno", "Unrecognized option: -Dno");
    assertThat(refused.code()).isEqualTo(78);
  }

  @Test
  void the_program_gets_utf8_and_plain_digits_whatever_the_machine_speaks() throws Exception {
    run("status");
    java("17.0.1", "x=$(printf '\\303\\251'); echo \"$LC_ALL $*\"");
    for (Map<String, String> machine :
        List.of(Map.of("LANG", "C"), Map.of("LC_ALL", "ar_EG.UTF-8"), Map.of("LC_ALL", "POSIX"))) {
      assertThat(really(machine, "status").out())
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
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err()).contains("a:b", "colon", "Move or copy it");
  }

  @Test
  void what_a_bare_machine_lacks_is_installed_all_at_once_where_apt_is() throws Exception {
    executable(
        Files.writeString(
            project.resolve("bin/install"), "#!/bin/sh\necho \"asked for $*\" >&2; exit 69\n"));
    script("apt-get", "exit 1");
    Files.delete(tools.resolve("mvn"));
    Outcome outcome = run("status");
    assertThat(outcome.err()).contains("asked for building Orderlake maven");
    assertThat(outcome.code()).isEqualTo(69);
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
    assertThat(outcome.out()).startsWith(other.resolve("jdk/bin/java").toString());
  }

  @Test
  void the_heap_follows_the_role_unless_somebody_says_otherwise() throws Exception {
    assertThat(run("--data", "x", "demo").out()).contains("-Xmx2g");
    assertThat(run("status").out()).contains("-Xmx512m");
    assertThat(run("check", "--only", "runner").out()).contains("-Xmx512m");
    Outcome told =
        runIn(project, project.resolve("orderlake"), Map.of("ORDERLAKE_HEAP", "5g"), "up");
    assertThat(told.out()).contains("-Xmx5g").doesNotContain("-Xmx2g");
  }

  /** Else an argument that is called as another role is would be taken for it. */
  @Test
  void every_role_of_the_program_is_known_to_the_launcher() throws IOException {
    Set<String> roles = Orderlake.commandLine(Shell.ofProcess()).getSubcommands().keySet();
    String known =
        Files.readAllLines(LAUNCHER).stream()
            .filter(line -> line.strip().startsWith("bench | "))
            .findFirst()
            .orElseThrow();

    assertThat(known.strip().replace(")", "").split(" \\| "))
        .containsAll(roles)
        .hasSize(roles.size() + 1);
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

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
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
    assertThat(run("airflow", "--data", "a lake", "").out()).isEqualTo("--data|a lake||");
    assertThat(run("status", "airflow").err()).contains("needs Java 17");
  }
}
