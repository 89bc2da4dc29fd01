package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Mapping;
import io.orderlake.domain.source.ValueTable;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on orders of one's own says what configuration takes; a story runs its commands. */
class OwnOrdersPageTest {
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path home;

  private final String page = page();

  private static String page() {
    try {
      return Files.readString(CommandLineStage.HOME.resolve("docs/bring-your-own-orders.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void its_configurations_are_taken_as_they_stand() throws IOException {
    Files.writeString(home.resolve("towns.csv"), "a,b\nc,d\n");
    Files.writeString(home.resolve("products.csv"), ShellText.file(page, "products.csv"));
    List<String> examples =
        List.ofAll(YAML.matcher(page).results().map(found -> found.group(1)))
            .append(ShellText.file(page, "own.yaml"));
    assertThat(examples).hasSize(2);
    for (String example : examples) {
      Path file = Files.writeString(home.resolve("orderlake.yaml"), example);
      Either<List<String>, LakehouseConfig> config =
          ConfigReader.read(
              new ConfigSources(home, Option.some(file), HashMap.empty(), HashMap.empty()));
      assertThat(config.isRight()).as(config.toString()).isTrue();
      assertThat(config.get().sources().all()).hasSize(1);
    }
  }

  @Test
  void its_reference_has_every_field_and_every_limit() {
    String reference = ShellText.section(page, "What is said of a source");
    assertThat(MappedField.ALL)
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(reference)
                    .contains("`" + field.name() + "`")
                    .contains("    " + field.name() + ":"));
    assertThat(ShellText.section(page, "Limits"))
        .contains(String.format(Locale.ROOT, "%,d lines", Mapping.MOST_LINES))
        .contains(String.format(Locale.ROOT, "%,d rows", ValueTable.MOST));
  }
}
