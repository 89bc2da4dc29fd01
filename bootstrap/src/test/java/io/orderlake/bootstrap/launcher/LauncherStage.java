package io.orderlake.bootstrap.launcher;

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
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a small project of its own, on a machine of which the test says what it has. */
abstract class LauncherStage {
  static final Path LAUNCHER = Path.of(System.getProperty("orderlake.home"), "orderlake");
  static final String BUILDS =
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
  Path project;
  Path tools;

  record Outcome(int code, String out, String err) {}

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

  /** Without the dry run: what stands for Java runs. */
  Outcome really(String... arguments) throws Exception {
    return really(Map.of(), arguments);
  }

  Outcome really(Map<String, String> more, String... arguments) throws Exception {
    Map<String, String> variables = new java.util.HashMap<>(more);
    variables.put("ORDERLAKE_DRY_RUN", "");
    return with(variables, arguments);
  }

  Outcome with(Map<String, String> more, String... arguments) throws Exception {
    return runIn(project, project.resolve("orderlake"), more, arguments);
  }

  Outcome run(String... arguments) throws Exception {
    return runIn(project, project.resolve("orderlake"), Map.of(), arguments);
  }

  Outcome runIn(Path cwd, Path launcher, Map<String, String> more, String... arguments)
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

  long builds() throws IOException {
    return Files.readAllLines(project.resolve("builds")).size();
  }

  void java(String version) throws IOException {
    java(version, "");
  }

  void java(String version, String does) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    for (String tool : List.of("java", "javac")) {
      executable(Files.writeString(bin.resolve(tool), "#!/bin/sh\n" + does));
    }
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.deleteIfExists(tools.resolve("java"));
    Files.createSymbolicLink(tools.resolve("java"), bin.resolve("java"));
  }

  void script(String name, String text) throws IOException {
    executable(Files.writeString(tools.resolve(name), "#!/bin/sh\n" + text));
  }

  static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static void old(Path... files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
  }
}
