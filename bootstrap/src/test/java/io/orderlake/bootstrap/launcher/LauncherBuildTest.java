package io.orderlake.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the launcher builds the program, what of it, and what it says meanwhile. */
class LauncherBuildTest extends LauncherStage {
  @Test
  void the_first_start_builds_and_the_next_one_does_not() throws Exception {
    assertThat(run("status").err()).contains("Built Orderlake");
    assertThat(run("status").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_build_builds_what_runs_and_the_benchmarks_only_for_whoever_asks() throws Exception {
    run("status");
    assertThat(Files.readString(project.resolve("builds")))
        .contains("-DskipTests", "-pl bootstrap,adapters-kafka/embedded-broker -am")
        .doesNotContain("benchmarks");
    Files.createDirectories(project.resolve("benchmarks/target/program"));
    assertThat(run("bench").out()).contains("io.orderlake.benchmarks.Main");
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
    assertThat(run("status").err())
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
      assertThat(failed.code()).isEqualTo(69);
      assertThat(failed.err()).contains("the build failed", said[1], "build.log");
      assertThat(failed.err().lines().filter(line -> line.startsWith("orderlake:"))).hasSize(1);
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
      assertThat(run("status").code()).isZero();
      assertThat(lock).doesNotExist();
    }
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
  void a_failed_build_names_its_log_and_is_tried_again() throws Exception {
    script(
        "mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; echo '[ERROR] no'; exit 1");
    Outcome failed = run("status");
    assertThat(failed.code()).isEqualTo(69);
    assertThat(failed.err()).contains("[ERROR] no", "bootstrap/target/build.log");
    script("mvn", BUILDS);
    assertThat(run("status").code()).isZero();
  }

  @Test
  void an_old_or_missing_maven_is_refused_when_there_is_something_to_build() throws Exception {
    script("mvn", "echo 'Apache Maven 3.6.3'");
    assertThat(run("status").err()).contains("Maven 3.8 or newer", "3.6.3");
    Files.delete(tools.resolve("mvn"));
    assertThat(run("status").err()).contains("no mvn on the PATH", "apt-get install maven");
  }

  @Test
  void a_runtime_without_a_compiler_is_refused_when_there_is_something_to_build() throws Exception {
    Files.delete(folder.resolve("jdk/bin/javac"));
    assertThat(run("status").err()).contains("JDK 17");
  }
}
