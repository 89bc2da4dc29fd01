package io.orderlake.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
  private static final Path HOME = Path.of(System.getProperty("orderlake.home"));

  @Test
  void the_example_file_names_every_setting() throws IOException {
    assertThat(Files.readString(HOME.resolve("orderlake.example.yaml")))
        .as("write the output of `./orderlake config --example` to orderlake.example.yaml")
        .isEqualTo(ConfigReference.exampleFile());
  }

  @Test
  void the_readme_s_table_names_every_setting() throws IOException {
    assertThat(Files.readString(HOME.resolve("README.md")))
        .as("the README's configuration table")
        .contains(String.join("\n", ConfigReference.markdownTable()));
  }
}
