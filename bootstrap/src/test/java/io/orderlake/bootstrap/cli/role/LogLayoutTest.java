package io.orderlake.bootstrap.cli.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLayoutTest {
  @Test
  void what_an_event_holds_makes_no_line_of_its_own_and_steers_no_terminal(@TempDir Path dir)
      throws Exception {
    Path file = dir.resolve("role.log");
    String before = System.getProperty("orderlake.log.file");
    System.setProperty("orderlake.log.file", file.toString());
    LoggerContext context = new LoggerContext("layout");
    try (var xml = LogFile.class.getResourceAsStream("/log4j2.xml")) {
      context.start(new XmlConfiguration(context, new ConfigurationSource(xml)));
      String hostile =
          "Graz\n2026-11-28T10:00:00.000Z ERROR [main] forged\r\u001b[2J\u009b1m\u202e";
      Exception cause = new IllegalStateException("cause " + hostile);
      context
          .getLogger("io.orderlake.Test")
          .warn("city {}", hostile, new Exception(hostile, cause));
    } finally {
      context.stop();
      if (before == null) {
        System.clearProperty("orderlake.log.file");
      } else {
        System.setProperty("orderlake.log.file", before);
      }
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .endsWith(
            "WARN  [main] i.o.Test - city"
                + " Graz·2026-11-28T10:00:00.000Z ERROR [main] forged··[2J·1m·");
    assertThat(lines.get(1)).isEqualTo("java.lang.Exception: Graz");
    assertThat(lines.get(2)).isEqualTo("| 2026-11-28T10:00:00.000Z ERROR [main] forged··[2J·1m·");
    assertThat(lines).anyMatch(line -> line.startsWith("\tat io.orderlake."));
    assertThat(lines).contains("Caused by: java.lang.IllegalStateException: cause Graz");
    assertThat(lines).noneMatch(line -> line.startsWith("2026-11-28T10:00:00.000Z ERROR"));
  }
}
