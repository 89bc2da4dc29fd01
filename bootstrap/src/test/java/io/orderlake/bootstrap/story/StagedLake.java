package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A lake, in the folder {@code lake} as a rule, as people see it through the command line. */
final class StagedLake {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final CommandLineStage stage;
  private final String folder;

  StagedLake(CommandLineStage stage) {
    this(stage, "lake");
  }

  /** One in another folder. */
  StagedLake(CommandLineStage stage, String folder) {
    this.stage = stage;
    this.folder = folder;
  }

  /** Publishes synthetic orders; their acknowledgements go to {@code acks.jsonl}. */
  void publish(long count) {
    Outcome produced = run("produce", "--count", "" + count, "--ack-log", "acks.jsonl");
    assertThat(produced.code()).as(produced.err()).isZero();
  }

  Outcome trigger(String job, String id) {
    return run("trigger", job, "--run-id", id, "--wait", "--json");
  }

  /** Looks at the status until it is as wanted. */
  JsonNode await(Predicate<JsonNode> wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode status = status();
    while (!wanted.test(status)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the lake did not get there: " + status);
      }
      Thread.sleep(200);
      status = status();
    }
    return status;
  }

  JsonNode status() throws Exception {
    return run("status", "--json").json();
  }

  JsonNode gold() throws Exception {
    return run("gold", "--json").json();
  }

  /** By Gold table, how many events it counts. */
  List<Long> goldEvents() throws Exception {
    return gold().get("tables").findValues("total").stream()
        .map(total -> total.get("events").asLong())
        .toList();
  }

  /** Runs a role on the lake. */
  Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder));
    return stage.run(all.toArray(String[]::new));
  }

  /** Runs a role on the lake, which must end well. */
  Outcome succeed(String... arguments) {
    Outcome outcome = run(arguments);
    assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
    return outcome;
  }

  /** Plays a step of a page: it ends well and answers as the page says. */
  void play(ShellText.Step step) {
    Outcome outcome = succeed(step.words().toArray(String[]::new));
    String said = outcome.out() + outcome.err();
    assertThat(step.missedIn(said)).as("of %s in%n%s", step.words(), said).isEmpty();
  }

  /** One of the sums since the lake's beginning. */
  static long total(JsonNode status, String name) {
    return status.get("lake").get("totals").get(name).asLong();
  }

  static boolean isCaughtUp(JsonNode status) {
    for (JsonNode projection : status.get("projections")) {
      if (projection.get("behind").asLong() > 0 || projection.get("upstream").asLong() < 0) {
        return false;
      }
    }
    return true;
  }
}
