package io.orderlake.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.check.CheckLake;
import io.orderlake.application.check.Verdict;
import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.orderlake.domain.alert.Part;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The alert rules and `check` have the same limits: lakes in random states near these are judged by
 * both, by Prometheus as if each trouble had lasted for long enough.
 */
class OneTableOfLimitsTest {
  private static final Path RULES =
      Path.of("..").toAbsolutePath().normalize().resolve("monitoring/orderlake-alerts.yml");
  private static final int STATES = 60;
  private static final Set<Part> ALL = HashSet.of(Part.values());

  /** What takes more than one look is Prometheus' alone. */
  private static final Set<String> WITH_A_HISTORY =
      HashSet.of("OrderlakeNoMetrics", "OrderlakeQuarantineShare");

  @TempDir Path folder;

  @Test
  void the_rules_have_the_alerts_of_check_and_those_that_need_a_history() throws IOException {
    String rules = Files.readString(RULES);

    assertThat(titles(rules))
        .isEqualTo(HashSet.of(Alert.values()).map(Alert::title).union(WITH_A_HISTORY));
    assertThat(Alert.values())
        .allSatisfy(
            alert -> {
              String rule = rule(rules, alert);
              assertThat(rule)
                  .contains("severity: " + alert.severity().name().toLowerCase(Locale.ROOT) + "}")
                  .contains("runbook: " + alert.runbook() + "\n");
              assertThat(patience(rule)).as(alert.title()).isEqualTo(alert.patience());
            });
  }

  private static Set<String> titles(String rules) {
    return HashSet.ofAll(
        Pattern.compile("alert: (\\w+)").matcher(rules).results().map(m -> m.group(1)).toList());
  }

  private static String rule(String rules, Alert alert) {
    int from = rules.indexOf("- alert: " + alert.title() + "\n");
    int next = rules.indexOf("- alert: ", from + 1);
    return rules.substring(from, next < 0 ? rules.length() : next);
  }

  private static Duration patience(String rule) {
    Matcher lasting = Pattern.compile("\\n +for: (\\d+)m\\n").matcher(rule);
    return lasting.find() ? Duration.ofMinutes(Long.parseLong(lasting.group(1))) : Duration.ZERO;
  }

  @Test
  void check_finds_what_the_rules_would_alert_of() throws Exception {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Seq<PlayedLake> lakes =
        List.ofAll(new Random(seed).longs(STATES).boxed().toList()).map(PlayedLake::new);
    Files.writeString(folder.resolve("rules.yml"), withoutPatience(Files.readString(RULES)));
    Path played =
        Files.writeString(
            folder.resolve("played.yml"),
            "rule_files: [rules.yml]\nevaluation_interval: 1h\ntests:\n"
                + lakes.map(OneTableOfLimitsTest::played).mkString());

    Promtool.Answer answer = Promtool.ask(new byte[0], "test", "rules", played.toString());

    assertThat(answer.text()).as("seed %s: %s", seed, answer.text()).doesNotContain("FAILED");
    assertThat(answer.exitCode()).as("seed %s: %s", seed, answer.text()).isZero();
    assertThat(lakes.flatMap(lake -> verdict(lake).findings()).map(Finding::alert).toSet())
        .as("seed %s", seed)
        .contains(
            Alert.GOLD_STALE,
            Alert.RUNNER_GONE,
            Alert.STAGE_STUCK,
            Alert.CORRUPTION,
            Alert.QUARANTINE_NEW_REASON);
  }

  /** What is said for people depends on the values; whether it is said at all is compared. */
  private static String withoutPatience(String rules) {
    return rules.replaceAll("\\n +(for|annotations|summary|runbook): ?.*", "");
  }

  private static Verdict verdict(PlayedLake lake) {
    return CheckLake.of(lake.scrape(), ALL, PlayedLake.AT);
  }

  private static String played(PlayedLake lake) {
    Verdict verdict = verdict(lake);
    return "  - interval: 1m\n    input_series:\n"
        + lake.series()
        + "    alert_rule_test:\n"
        + List.of(Alert.values()).map(alert -> expected(alert, verdict)).mkString();
  }

  private static String expected(Alert alert, Verdict verdict) {
    Seq<Finding> findings = verdict.findings().filter(finding -> finding.alert() == alert);
    return "      - eval_time: "
        + PlayedLake.MINUTES
        + "m\n        alertname: "
        + alert.title()
        + "\n        exp_alerts:"
        + (findings.isEmpty() ? " []\n" : "\n")
        + findings.map(OneTableOfLimitsTest::expected).mkString();
  }

  private static String expected(Finding finding) {
    return "          - exp_labels: {instance: lake, severity: "
        + finding.alert().severity().name().toLowerCase(Locale.ROOT)
        + finding.where().map(label -> ", " + label._1 + ": '" + label._2 + "'").mkString()
        + "}\n";
  }
}
