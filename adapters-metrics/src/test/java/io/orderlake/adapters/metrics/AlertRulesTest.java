package io.orderlake.adapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.MetricKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alerts that are shipped speak of metrics that there are, and have been played. */
class AlertRulesTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path RULES = HOME.resolve("monitoring/orderlake-alerts.yml");
  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
  private static final Pattern METRIC = Pattern.compile("\\borderlake_[a-z_]+\\b");

  /** One case of `promtool test rules`. */
  private static final Pattern CASE =
      Pattern.compile("alertname: (\\w+)\\n +exp_alerts:( \\[])?\\n?");

  @Test
  void promtool_finds_the_rules_well_formed() throws Exception {
    Promtool.Answer answer = Promtool.ask(new byte[0], "check", "rules", RULES.toString());

    assertThat(answer.text()).contains("SUCCESS: " + alerts().size() + " rules found");
    assertThat(answer.exitCode()).isZero();
  }

  @Test
  void every_case_comes_out_as_it_should() throws Exception {
    Stream<String> files = cases().stream().map(Path::toString);
    String[] command = Stream.concat(Stream.of("test", "rules"), files).toArray(String[]::new);
    Promtool.Answer answer = Promtool.ask(new byte[0], command);

    assertThat(answer.text()).doesNotContain("FAILED");
    assertThat(answer.exitCode()).as(answer.text()).isZero();
  }

  @Test
  void each_alert_has_a_case_in_which_it_fires_and_one_in_which_it_must_not() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : cases()) {
      text.append(Files.readString(file));
    }
    List<MatchResult> played = CASE.matcher(text).results().toList();

    assertThat(alertsOf(played.stream().filter(one -> one.group(2) == null)))
        .containsExactlyInAnyOrderElementsOf(alerts());
    assertThat(alertsOf(played.stream().filter(one -> one.group(2) != null)))
        .containsExactlyInAnyOrderElementsOf(alerts());
  }

  private static List<String> alertsOf(Stream<MatchResult> cases) {
    return cases.map(one -> one.group(1)).distinct().toList();
  }

  @Test
  void every_metric_that_they_look_at_is_told() throws IOException {
    List<String> told =
        new MetricsStage().metrics().families().flatMap(AlertRulesTest::series).asJava();
    List<String> looked =
        METRIC.matcher(Files.readString(RULES)).results().map(MatchResult::group).toList();

    assertThat(looked).hasSizeGreaterThan(20);
    assertThat(told).containsAll(looked);
  }

  private static io.vavr.collection.List<String> series(MetricFamily family) {
    return family.kind() == MetricKind.HISTOGRAM
        ? io.vavr.collection.List.of("_bucket", "_sum", "_count").map(family.name()::concat)
        : io.vavr.collection.List.of(family.name());
  }

  @Test
  void each_says_how_urgent_it_is_and_where_what_to_do_is_written() throws IOException {
    String rules = Files.readString(RULES);
    String guide = Files.readString(HOME.resolve("docs/operations.md"));

    assertThat(alerts())
        .allSatisfy(
            alert -> {
              String rule = rule(rules, alert);
              assertThat(rule).containsPattern("severity: (page|ticket)}").contains("summary: ");
              assertThat(rule)
                  .contains("runbook: docs/operations.md#" + alert.toLowerCase(Locale.ROOT));
              assertThat(guide).containsOnlyOnce("\n### " + alert + "\n");
            });
    assertThat(Pattern.compile("(?m)^### (Orderlake\\w+)$").matcher(guide).results())
        .extracting(heading -> heading.group(1))
        .containsExactlyInAnyOrderElementsOf(alerts());
  }

  private static String rule(String rules, String alert) {
    int from = rules.indexOf("- alert: " + alert + "\n");
    int next = rules.indexOf("- alert: ", from + 1);
    return rules.substring(from, next < 0 ? rules.length() : next);
  }

  private static List<String> alerts() throws IOException {
    List<String> alerts =
        ALERT
            .matcher(Files.readString(RULES))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toList());
    assertThat(alerts).hasSizeGreaterThan(13).doesNotHaveDuplicates();
    return alerts;
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("monitoring/tests"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }
}
