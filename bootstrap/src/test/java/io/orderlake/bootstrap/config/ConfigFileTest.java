package io.orderlake.bootstrap.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a file that holds no settings, or cannot be read as such. */
class ConfigFileTest {
  @TempDir Path home;

  @Test
  void a_file_that_is_no_yaml_is_named_with_the_line_and_without_its_text() throws IOException {
    assertThat(problem("kafka:\n  client: hunter2: \"x\n"))
        .contains("line 2", "is not YAML")
        .doesNotContain("hunter2");
  }

  @Test
  void a_file_in_another_encoding_is_named_with_the_line_of_the_first_strange_byte()
      throws IOException {
    Path file = home.resolve("latin.yaml");
    Files.write(file, concat("# Zürich\nkafka:\n".getBytes(UTF_8), "  topic: zürich\n"));

    assertThat(problem(file)).contains("line 3: is not UTF-8 text");
  }

  private static byte[] concat(byte[] before, String latin) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before);
    all.writeBytes(latin.getBytes(ISO_8859_1));
    return all.toByteArray();
  }

  @Test
  void a_tab_before_a_key_is_said_to_be_one() throws IOException {
    assertThat(problem("kafka:\n\ttopic: a\n")).contains("line 2", "is not YAML", "TAB");
  }

  @Test
  void a_key_set_twice_is_a_problem() throws IOException {
    assertThat(problem("kafka.topic: a\nkafka:\n  topic: b\n"))
        .contains("line 3", "second time", "line 1");
  }

  @Test
  void a_named_file_that_is_missing_is_a_problem() {
    assertThat(problem(home.resolve("none.yaml"))).contains("none.yaml");
  }

  @Test
  void a_configuration_file_that_is_a_directory_is_named() {
    assertThat(problem(home)).isEqualTo("the configuration file " + home + " is a directory");
  }

  private String problem(String yaml) throws IOException {
    return problem(Files.writeString(home.resolve("test.yaml"), yaml));
  }

  private String problem(Path file) {
    List<String> problems =
        ConfigReader.read(
                new ConfigSources(home, Option.some(file), HashMap.empty(), HashMap.empty()))
            .getLeft();
    assertThat(problems).hasSize(1);
    return problems.head();
  }
}
