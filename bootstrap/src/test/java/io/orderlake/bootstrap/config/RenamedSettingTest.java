package io.orderlake.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that had another name before: here the topic, as if it had been called a queue. */
class RenamedSettingTest {
  private static final SettingNames RENAMED =
      new SettingNames(
          Settings.ALL.replace(
              Settings.KAFKA_TOPIC,
              Settings.KAFKA_TOPIC.formerly("kafka.queue").formerly("queue-name")),
          Settings.FAMILIES);

  @TempDir Path home;

  @Test
  void under_its_old_name_in_the_file_a_setting_holds_and_the_warning_says_where_it_stands() {
    LakehouseConfig config = read("kafka:\n  port: 9092\n  queue: sales\n", HashMap.empty()).get();

    assertThat(config.kafka().topic()).isEqualTo("sales");
    assertThat(config.entries().get("kafka.topic").map(Entry::origin))
        .contains(new Origin.File(file().toString(), 3));
    assertThat(config.entries().keySet()).doesNotContain("kafka.queue");
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .startsWith(file() + " line 3: ")
        .contains("'kafka.queue' is now called 'kafka.topic'");
  }

  @Test
  void under_its_old_variable_a_setting_holds_and_the_warning_says_the_new_variable() {
    LakehouseConfig config = read("", HashMap.of("ORDERLAKE_QUEUE_NAME", "sales")).get();

    assertThat(config.kafka().topic()).isEqualTo("sales");
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .startsWith("environment variable ORDERLAKE_QUEUE_NAME: ")
        .contains("'queue-name' is now called 'kafka.topic'", "ORDERLAKE_KAFKA_TOPIC");
  }

  @Test
  void under_the_old_name_the_environment_still_wins_over_the_file() {
    LakehouseConfig config =
        read("kafka.queue: from-file\n", HashMap.of("ORDERLAKE_KAFKA_QUEUE", "from-environment"))
            .get();

    assertThat(config.kafka().topic()).isEqualTo("from-environment");
    assertThat(config.warnings()).hasSize(2);
  }

  @Test
  void two_names_in_the_file_are_a_problem_that_says_both_places() {
    assertThat(read("kafka.queue: a\nkafka.topic: b\n", HashMap.empty()).getLeft().head())
        .contains("'kafka.queue' (" + file() + " line 1)", "'kafka.topic' (" + file() + " line 2)")
        .endsWith("keep 'kafka.topic' alone");
  }

  @Test
  void two_names_in_file_and_environment_are_a_problem_that_says_both_places() {
    Map<String, String> variable = HashMap.of("ORDERLAKE_KAFKA_QUEUE", "a");

    assertThat(read("kafka.topic: a\n", variable).getLeft().head())
        .contains("'kafka.topic' (" + file() + " line 1)")
        .contains("'kafka.queue' (environment variable ORDERLAKE_KAFKA_QUEUE)");
  }

  @Test
  void an_option_overrules_the_old_name_as_it_does_the_new_one() {
    Map<String, Entry> option =
        HashMap.of("kafka.topic", new Entry("asked", new Origin.Option("--topic")));
    LakehouseConfig config = read("kafka.queue: a\n", HashMap.empty(), option).get();

    assertThat(config.kafka().topic()).isEqualTo("asked");
    assertThat(config.warnings()).hasSize(1);
  }

  @Test
  void an_option_that_is_told_by_an_old_name_is_taken_with_a_warning_too() {
    Map<String, Entry> option =
        HashMap.of("kafka.queue", new Entry("asked", new Origin.Option("--queue")));
    LakehouseConfig config = read("kafka.topic: a\n", HashMap.empty(), option).get();

    assertThat(config.kafka().topic()).isEqualTo("asked");
    assertThat(config.warnings()).singleElement().asString().startsWith("option --queue: ");
  }

  @Test
  void what_is_wrong_with_a_value_under_an_old_name_comes_with_the_new_name() {
    assertThat(read("kafka.queue: \"\"\n", HashMap.empty()).getLeft())
        .hasSize(2)
        .anySatisfy(p -> assertThat(p).contains("line 1", "kafka.topic '' is blank"))
        .anySatisfy(p -> assertThat(p).contains("line 1", "'kafka.queue' is now called"));
  }

  @Test
  void where_every_setting_has_its_name_of_today_there_is_no_warning() {
    assertThat(read("kafka.topic: a\n", HashMap.empty()).get().warnings()).isEmpty();
  }

  @Test
  void no_two_settings_share_a_name_of_today_or_of_before() {
    List<String> names =
        Settings.ALL.flatMap(setting -> setting.formerKeys().prepend(setting.key()));

    assertThat(names.map(Setting::environmentOf)).isNotEmpty().doesNotHaveDuplicates();
  }

  private Path file() {
    return home.resolve("test.yaml");
  }

  private Either<List<String>, LakehouseConfig> read(String yaml, Map<String, String> variables) {
    return read(yaml, variables, HashMap.empty());
  }

  private Either<List<String>, LakehouseConfig> read(
      String yaml, Map<String, String> variables, Map<String, Entry> options) {
    try {
      Files.writeString(file(), yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return ConfigReader.read(
        new ConfigSources(home, Option.some(file()), variables, options), RENAMED);
  }
}
