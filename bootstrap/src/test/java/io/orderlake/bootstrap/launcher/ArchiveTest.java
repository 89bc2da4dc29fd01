package io.orderlake.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's class-data archive, made and used by a real Java on a program of one class. */
class ArchiveTest {
  private static final Path LAUNCHER = Path.of(System.getProperty("orderlake.home"), "orderlake");
  private static final String ARCHIVED = "io.orderlake.bootstrap.Main source: shared objects file";
  private static final String FROM_JAR = "io.orderlake.bootstrap.Main source: file:";

  @TempDir Path folder;
  private Path image;
  private Path archive;

  private record Outcome(int code, String out) {}

  @BeforeEach
  void a_program_beside_its_launcher() throws Exception {
    image = Files.createDirectories(folder.resolve("image"));
    archive = image.resolve("orderlake.jsa");
    Files.copy(LAUNCHER, image.resolve("orderlake"));
    Files.setPosixFilePermissions(
        image.resolve("orderlake"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(image.resolve("lib"));
    Files.writeString(image.resolve("jvm.options"), "-Done=1\n");
    program("System.out.println(\"Hello \" + String.join(\",\", args));");
  }

  @Test
  void it_is_used_once_it_was_made() throws Exception {
    assertThat(run(Map.of(), "status").out).contains(FROM_JAR);
    assertThat(run(Map.of(), "archive").code).isZero();
    assertThat(run(Map.of(), "status").out).contains(ARCHIVED, "Hello status");
    assertThat(left()).containsExactlyInAnyOrder("orderlake.jsa", "archive.log");
  }

  @Test
  void another_heap_or_collector_is_no_hindrance() throws Exception {
    run(Map.of(), "archive");
    assertThat(run(Map.of("ORDERLAKE_HEAP", "700m"), "runner").out).contains(ARCHIVED);
    assertThat(run(Map.of("ORDERLAKE_HEAP", "40g"), "status").out)
        .as("wide pointers do not fit the archive, and nobody hears of it")
        .contains("Hello status")
        .doesNotContain("warning");
  }

  @Test
  void another_locale_lists_the_jars_in_the_same_order() throws Exception {
    jar(image.resolve("lib/B.jar"), Map.of());
    jar(image.resolve("lib/_a.jar"), Map.of());
    run(Map.of("LC_ALL", "C"), "archive");
    assertThat(run(Map.of("LC_ALL", "en_US.UTF-8"), "status").out).contains(ARCHIVED);
  }

  @Test
  void a_stale_one_is_left_aside_without_a_word() throws Exception {
    run(Map.of(), "archive");
    program("System.out.println(\"Goodbye\");");
    assertThat(run(Map.of(), "status").out)
        .contains("Goodbye", FROM_JAR)
        .doesNotContain("warning", "rror:");
  }

  @Test
  void a_program_that_fails_leaves_none_and_says_where_to_look() throws Exception {
    program("System.out.println(\"broken\"); System.exit(3);");
    Outcome outcome = run(Map.of(), "archive");
    assertThat(outcome.code).isEqualTo(69);
    assertThat(outcome.out).contains("archive.log");
    assertThat(Files.readString(image.resolve("archive.log"))).contains("broken");
    assertThat(left()).containsExactly("archive.log");
    assertThat(run(Map.of(), "status").code).isEqualTo(3);
  }

  @Test
  void it_is_left_aside_for_recordings_agents_and_whoever_says_so() throws Exception {
    run(Map.of(), "archive");
    for (String option : List.of("-XX:StartFlightRecording", "-Xshare:off")) {
      assertThat(command(Map.of("ORDERLAKE_JAVA_OPTS", option))).doesNotContain("SharedArchive");
    }
    assertThat(command(Map.of("JAVA_TOOL_OPTIONS", "-javaagent:x")))
        .doesNotContain("SharedArchive");
    assertThat(command(Map.of("ORDERLAKE_ARCHIVE", "no"))).doesNotContain("SharedArchive");
    assertThat(command(Map.of("ORDERLAKE_JAVA_OPTS", "-Dx=y"))).contains(archive.toString());
  }

  private String command(Map<String, String> environment) throws Exception {
    Map<String, String> dry = new java.util.HashMap<>(environment);
    dry.put("ORDERLAKE_DRY_RUN", "1");
    return run(dry, "status").out;
  }

  /** What the launcher has left beside the program. */
  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(image)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("jsa") || name.contains("archive"))
          .toList();
    }
  }

  private Outcome run(Map<String, String> environment, String role) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(image.resolve("orderlake").toString(), role);
    builder.redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ORDERLAKE_JAVA_OPTS", "-Xlog:class+load");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out);
  }

  /** A program of that body in a jar. */
  private void program(String body) throws Exception {
    Path source = Files.createDirectories(folder.resolve("source")).resolve("Main.java");
    Files.writeString(
        source,
        "package io.orderlake.bootstrap; class Main { public static void main(String[] args) { "
            + body
            + " } }");
    List<String> arguments =
        new ArrayList<>(List.of("-d", folder.toString(), "--release", "17", source.toString()));
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(compiled).isZero();
    String name = "io/orderlake/bootstrap/Main.class";
    jar(
        image.resolve("lib/orderlake-bootstrap.jar"),
        Map.of(name, Files.readAllBytes(folder.resolve(name))));
  }

  private static void jar(Path file, Map<String, byte[]> content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }
}
