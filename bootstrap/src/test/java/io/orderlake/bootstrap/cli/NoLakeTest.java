package io.orderlake.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading makes nothing: where no lake is, a role says so in one sentence and leaves no trace. */
class NoLakeTest {
  private static final List<String> READING =
      List.of(
          "gold",
          "gold revenue_by_city_hour --csv",
          "status --json",
          "quarantine",
          "quarantine list",
          "quarantine show orders/0/1",
          "quarantine redrive",
          "quarantine redrive --dry-run",
          "explain event e-1",
          "explain record orders/0/1",
          "explain revenue_by_city_hour --city Berlin --hour 2026-11-22T10:00:00Z",
          "audit",
          "rebuild gold",
          "maintain --dry-run",
          "trigger silver --wait",
          "watch");

  @TempDir Path folder;

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private Outcome run(String role, String data) {
    Stream<String> arguments = Stream.concat(Stream.of(role.split(" ")), Stream.of("--data", data));
    return new CommandLineStage(folder).run(arguments.toArray(String[]::new));
  }

  static Stream<Arguments> rolesAndPlaces() {
    return READING.stream()
        .flatMap(
            role ->
                Stream.of("typo", "no/such/place", "file", "empty", "other", "link")
                    .map(place -> Arguments.of(role, place)));
  }

  @ParameterizedTest
  @MethodSource("rolesAndPlaces")
  void a_reading_role_says_that_there_is_no_lake_and_makes_nothing(String role, String place)
      throws IOException {
    Files.writeString(folder.resolve("file"), "no lake");
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("notes.txt"), "mine");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
    List<String> before = everything();
    Outcome outcome = run(role, place);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(69);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip().lines())
        .singleElement()
        .asString()
        .contains("there is no lake in " + folder.resolve(place) + ": ", "--data DIR");
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "link"})
  void where_no_lake_can_be_made_a_role_that_makes_one_says_why(String place) throws IOException {
    Files.writeString(folder.resolve("file"), "no lake");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
    List<String> before = everything();
    for (String role : List.of("init", "up --rate 0", "ingest --once", "runner")) {
      Outcome outcome = run(role, place);
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(69);
      assertThat(outcome.err()).contains("there is no lake in " + folder.resolve(place));
    }
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void a_wrong_command_line_is_told_first() {
    assertThat(run("gold revenue_by_moon", "typo").code()).isEqualTo(64);
    assertThat(run("trigger silver --run-id a/b", "typo").code()).isEqualTo(64);
  }

  @Test
  void the_configuration_is_shown_without_a_lake_and_makes_none() throws IOException {
    List<String> before = everything();
    assertThat(run("config", "typo").code()).isZero();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void a_source_is_checked_without_a_lake_and_makes_none() throws IOException {
    Files.writeString(folder.resolve("orders.jsonl"), "{\"city\":\"Bern\"}\n");
    Files.writeString(
        folder.resolve("lake.yaml"),
        "sources:\n  shop: {topics: [s], product: {constant: Cup}, quantity: {constant: 1},"
            + " unit_price: {constant: 1}, city: city, event_time: {constant: 2024-11-20T10:15:00Z}}\n");
    List<String> before = everything();

    Outcome outcome = run("source check shop --from orders.jsonl --config lake.yaml", "typo");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("1 of 1 record would pass the rules (100 %)");
    assertThat(run("source list --config lake.yaml", "typo").out()).contains("shop");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void publishing_without_a_broker_or_a_lake_makes_no_lake() throws IOException {
    List<String> before = everything();
    Outcome outcome = run("produce --count 1", "typo");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(69);
    assertThat(outcome.err()).contains("no broker is known");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void a_lake_that_was_just_born_has_published_nothing_and_is_a_lake() throws Exception {
    assertThat(run("init", "new/lake").code()).isZero();
    List<String> before = everything();
    for (String role : List.of("gold --json", "status", "quarantine", "audit")) {
      Outcome outcome = run(role, "new/lake");
      assertThat(outcome.code()).as(role + outcome.err()).isZero();
    }
    assertThat(run("gold", "new/lake").err()).contains("nothing is published yet");
    assertThat(everything()).filteredOn(path -> !path.endsWith("scratch")).isEqualTo(before);
  }
}
