package io.orderlake.adapters.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramJarsTest {
  @TempDir Path folder;

  @Test
  void all_but_what_every_spark_has_is_shipped() throws Exception {
    String classPath =
        classPath(
            file("orderlake-domain-1.jar"),
            file("spark-core_2.12-3.5.7.jar"),
            file("spark-sql-kafka-0-10_2.12-3.5.7.jar"),
            folder.resolve("not-there.jar"));

    assertThat(shipped(classPath))
        .extracting(jar -> jar.getFileName().toString())
        .containsExactly("orderlake-domain-1.jar", "spark-sql-kafka-0-10_2.12-3.5.7.jar");
  }

  @Test
  void a_name_with_a_comma_stays_one_file() throws Exception {
    Path jar = file("a, b.jar");

    assertThat(shipped(classPath(jar))).containsExactly(jar);
  }

  @Test
  void a_directory_of_classes_is_packed_into_a_file() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.createDirectories(classes.resolve("io"));
    Files.writeString(classes.resolve("io/A.class"), "A");

    List<Path> shipped = shipped(classPath(classes));

    assertThat(shipped).hasSize(1);
    try (JarFile jar = new JarFile(shipped.get(0).toFile())) {
      assertThat(jar.getInputStream(jar.getEntry("io/A.class"))).hasContent("A");
    }
  }

  private Path file(String name) throws IOException {
    return Files.createFile(folder.resolve(name));
  }

  private static String classPath(Path... entries) {
    return String.join(
        File.pathSeparator, Stream.of(entries).map(Path::toString).toArray(String[]::new));
  }

  private List<Path> shipped(String classPath) {
    return Stream.of(ProgramJars.of(classPath, folder.resolve("scratch")).split(","))
        .map(jar -> Path.of(URI.create(jar)))
        .toList();
  }
}
