package io.orderlake.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.domain.alert.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What `check` says of a lake in which nothing runs, and how it ends. */
class CheckTest {
  @TempDir Path folder;
  private CommandLineStage stage;

  @BeforeEach
  void a_lake() throws Exception {
    stage = new CommandLineStage(folder);
    assertThat(stage.run("init", "--data", "lake").code()).isZero();
    Files.writeString(folder.resolve("wrong.yaml"), "kafka.port: many\n");
  }

  @Test
  void all_is_well_where_nothing_waits() {
    Outcome outcome = stage.run("check", "--only", "runner", "--data", "lake");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("check: ok, 0 findings, 2 limits looked at\n");
  }

  @Test
  void a_finding_says_what_is_wrong_and_what_to_do() throws Exception {
    assertThat(stage.run("trigger", "silver", "--run-id", "s", "--data", "lake").code()).isZero();
    Outcome text = stage.run("check", "--only", "runner,requests", "--data", "lake");
    Outcome json = stage.run("check", "--only", "runner,requests", "--json", "--data", "lake");

    assertThat(text.code()).isEqualTo(2);
    assertThat(text.out())
        .isEqualTo(
            "bad: OrderlakeRunnerGone: 1 request waits, and no runner is there; start `orderlake up`"
                + " or `orderlake runner` (docs/operations.md#orderlakerunnergone)\n"
                + "check: bad, 1 finding, 3 limits looked at\n");
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.json().get("check").asText()).isEqualTo("bad");
    assertThat(json.json().get("findings")).hasSize(1);
    JsonNode finding = json.json().get("findings").get(0);
    assertThat(finding.get("alert").asText()).isEqualTo("OrderlakeRunnerGone");
    assertThat(finding.get("level").asText()).isEqualTo("bad");
    assertThat(finding.get("part").asText()).isEqualTo("runner");
    assertThat(finding.get("where").isEmpty()).isTrue();
    assertThat(json.json().get("unjudged")).isEmpty();
  }

  @Test
  void without_a_broker_it_says_what_it_could_not_judge() {
    Outcome outcome = stage.run("check", "--data", "lake");

    assertThat(outcome.code()).isEqualTo(2);
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("bad: OrderlakeKafkaUnreachable {collector=kafka}: Kafka: ");
    assertThat(lines.get(1))
        .startsWith("check: bad, 1 finding, 11 limits looked at; not judged")
        .endsWith("OrderlakeRetentionNear, OrderlakeRecordsLost");
  }

  @ParameterizedTest
  @CsvSource({
    "64, check --only moon --data lake",
    "64, check --quickly --data lake",
    "69, check --data nowhere",
    "78, check --data lake --config wrong.yaml"
  })
  void what_keeps_it_from_a_verdict_is_none(int code, String command) {
    Outcome outcome = stage.run(command.split(" "));

    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void its_help_names_every_part() {
    String help = stage.help("check").out().replaceAll("\\s+", " ");

    assertThat(help).contains(Stream.of(Part.values()).map(Part::word).toArray(String[]::new));
  }
}
