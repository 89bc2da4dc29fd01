package io.orderlake.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.metric.MetricFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page on monitoring lists what there is; a story plays its recipe. */
class MonitoringPageTest {
  private static final Path PAGE = CommandLineStage.HOME.resolve("docs/monitoring.md");
  private static final String HEAD =
      "| metric | type | labels | what it says |\n|---|---|---|---|\n";

  /** To have the table written anew. */
  private static final String WRITE = "orderlake.write.metrics";

  private final ShowMetrics metrics = new MetricsStage().metrics();

  @Test
  void its_table_has_every_metric_and_no_other() throws IOException {
    String table = HEAD + metrics.families().map(MonitoringPageTest::row).mkString();
    if (Boolean.getBoolean(WRITE)) {
      write(table);
    }

    assertThat(ShellText.section(Files.readString(PAGE), "Metrics"))
        .endsWith("\n\n" + table + "\n");
  }

  private static String row(MetricFamily family) {
    return "| `"
        + family.name()
        + "` | "
        + family.kind().name().toLowerCase(Locale.ROOT)
        + " | "
        + family.labels().map(label -> "`" + label + "`").mkString(", ")
        + " | "
        + family.help().replace("|", "\\|")
        + " |\n";
  }

  private static void write(String table) throws IOException {
    String page = Files.readString(PAGE);
    String section = ShellText.section(page, "Metrics");
    int before = section.indexOf(HEAD);
    String text = before < 0 ? section : section.substring(0, before);
    Files.writeString(PAGE, page.replace(section, text.stripTrailing() + "\n\n" + table + "\n"));
  }

  @Test
  void it_names_the_usual_port() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("http://127.0.0.1:" + LakehouseConfig.Metrics.USUAL_PORT + "/metrics")
        .contains("127.0.0.1:" + LakehouseConfig.Metrics.USUAL_PORT + "\"]");
  }
}
