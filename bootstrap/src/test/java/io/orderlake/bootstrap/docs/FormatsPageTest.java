package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.registry.record.Bytes;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Setting;
import io.orderlake.bootstrap.config.Settings;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on formats says what configuration takes; a story runs its commands. */
class FormatsPageTest {
  @TempDir Path home;

  private static String page() throws IOException {
    return Files.readString(CommandLineStage.HOME.resolve("docs/formats.md"));
  }

  @Test
  void its_configuration_is_taken_as_it_stands() throws IOException {
    String yaml = ShellText.file(page(), "formats.yaml");
    Path file = Files.writeString(home.resolve("orderlake.yaml"), yaml);
    Either<List<String>, LakehouseConfig> config =
        ConfigReader.read(
            new ConfigSources(home, Option.some(file), HashMap.empty(), HashMap.empty()));

    assertThat(config.isRight()).as(config.toString()).isTrue();
    assertThat(config.get().sources().all())
        .extracting(source -> source.format().name())
        .containsExactly("avro", "protobuf");
  }

  @Test
  void it_has_every_setting_of_the_registry_and_every_limit() throws IOException {
    List<String> settings =
        Settings.ALL.<String>map(Setting::key).filter(key -> key.startsWith("registry."));
    assertThat(settings).hasSizeGreaterThan(3);
    String said = ShellText.section(page(), "What a source says");
    settings.forEach(key -> assertThat(said).contains("`" + key + "`"));
    assertThat(ShellText.section(page(), "Limits"))
        .contains(String.format(Locale.ROOT, "%,d values", Bytes.MOST_VALUES))
        .contains(Bytes.DEEPEST + " levels");
  }
}
