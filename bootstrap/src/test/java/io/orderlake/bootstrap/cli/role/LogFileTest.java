package io.orderlake.bootstrap.cli.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.bridge.SLF4JBridgeHandler;

class LogFileTest {
  /** They would write to the screen, between the lines for people. */
  @Test
  void libraries_that_log_by_the_jdks_own_means_are_led_to_the_file() {
    String before = System.getProperty("orderlake.log.file");
    try {
      new LogFile(Path.of("role.log")).use();
      new LogFile(Path.of("role.log")).use();
      assertThat(LogFile.inUse()).isEqualTo("role.log");
      assertThat(Logger.getLogger("").getHandlers())
          .singleElement()
          .isInstanceOf(SLF4JBridgeHandler.class);
    } finally {
      restore(before);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty("orderlake.log.file");
    } else {
      System.setProperty("orderlake.log.file", before);
    }
  }
}
