package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.application.fixture.FreePorts;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.docs.ShellText;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression of the dashboard, asked of a real Prometheus that scrapes a real lake. */
class DashboardTest {
  private static final Path DASHBOARD =
      CommandLineStage.HOME.resolve("monitoring/grafana-dashboard.json");
  private static final Path RULES =
      CommandLineStage.HOME.resolve("monitoring/orderlake-alerts.yml");
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @TempDir Path folder;

  @Test
  void every_panel_asks_for_something_under_its_own_id_from_the_source_that_is_chosen()
      throws Exception {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
    Set<Integer> ids = new HashSet<>();

    assertThat(dashboard.get("panels"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            panel -> {
              assertThat(ids.add(panel.get("id").asInt())).isTrue();
              assertThat(panel.get("title").asText()).isNotBlank();
              if (!panel.get("type").asText().equals("row")) {
                assertThat(panel.get("datasource").get("uid").asText()).isEqualTo("${datasource}");
                assertThat(panel.get("targets")).isNotEmpty();
              }
            });
    assertThat(expressions(dashboard)).allSatisfy(one -> assertThat(one).contains("$instance"));
  }

  private static List<String> expressions(JsonNode dashboard) {
    List<String> expressions = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        expressions.add(target.get("expr").asText());
      }
    }
    assertThat(expressions).hasSizeGreaterThan(20);
    return expressions;
  }

  @Test
  void every_expression_is_answered_and_none_with_nothing() throws Exception {
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    int port = FreePorts.one();
    try (RoleProcess up =
            RoleProcess.start(
                folder,
                Map.of("ORDERLAKE_METRICS_PORT", Integer.toString(port)),
                "up",
                "--data",
                "lake",
                "--rate",
                "0");
        Server prometheus = Server.prometheus(folder, config(port))) {
      up.awaitLine("ready: ");
      lake.publish(500);
      lake.await(
          status -> StagedLake.total(status, "read") == 500 && StagedLake.isCaughtUp(status));
      assertThat(lake.trigger("audit", "audit-1").code()).isZero();
      lake.publish(500);

      List<String> missing = expressions(new ObjectMapper().readTree(DASHBOARD.toFile()));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!missing.isEmpty() && System.nanoTime() < end) {
        missing = unanswered(prometheus, missing);
        Thread.sleep(500);
      }
      assertThat(missing).isEmpty();
    }
  }

  /** As the page shows it, more often, and of this lake. */
  private Path config(int port) throws Exception {
    String page = Files.readString(CommandLineStage.HOME.resolve("docs/monitoring.md"));
    String shown = ShellText.file(page, "prometheus.yml");
    String config =
        shown
            .replace("scrape_interval: 5s", "scrape_interval: 1s\n  evaluation_interval: 1s")
            .replace("monitoring/orderlake-alerts.yml", RULES.toString())
            .replace(":" + LakehouseConfig.Metrics.USUAL_PORT, ":" + port);
    assertThat(config).contains("1s", RULES.toString(), "127.0.0.1:" + port);
    return Files.writeString(folder.resolve("prometheus.yml"), config);
  }

  private static List<String> unanswered(Server prometheus, List<String> expressions)
      throws Exception {
    List<String> empty = new ArrayList<>();
    for (String expression : expressions) {
      String query = expression.replace("$instance", ".*").replace("$__rate_interval", "1m");
      HttpResponse<String> answer =
          prometheus.get("/api/v1/query?query=" + URLEncoder.encode(query, UTF_8));
      JsonNode json = new ObjectMapper().readTree(answer.body());
      assertThat(json.get("status").asText()).as(query + ": " + answer.body()).isEqualTo("success");
      if (json.get("data").get("result").isEmpty()) {
        empty.add(expression);
      }
    }
    return empty;
  }
}
