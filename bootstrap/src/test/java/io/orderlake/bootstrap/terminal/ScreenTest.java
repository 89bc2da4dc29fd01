package io.orderlake.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void results_and_remarks_go_their_own_ways() {
    Screen screen = screen(false);
    screen.say("Köln");
    screen.note("working");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Köln\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("working\n");
  }

  @Test
  void progress_is_silent_when_nobody_watches() {
    Screen screen = screen(false);
    screen.progress("half way");
    screen.say("done");
    assertThat(err.size()).isZero();
  }

  @Test
  void progress_is_taken_away_before_the_next_line() {
    Screen screen = screen(true);
    screen.progress("half way");
    screen.say("done");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("\r")
        .endsWith("half way\r\u001b[K");
  }

  @Test
  void styles_are_for_terminals_only() {
    assertThat(screen(false).bold("x")).isEqualTo("x");
    assertThat(screen(true).bold("x")).isEqualTo("\u001b[1mx\u001b[0m");
  }

  private Screen screen(boolean terminal) {
    return new Screen(stream(out), stream(err), terminal, terminal);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
