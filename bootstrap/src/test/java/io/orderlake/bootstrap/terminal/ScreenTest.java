package io.orderlake.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.answers.text.Csv;
import io.orderlake.answers.text.Document;
import io.vavr.collection.List;
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
    Line line = Line.bold("x").plus(Line.green("y")).plus("z");
    screen(false).say(line);
    screen(true).say(line);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("xyz\n\u001b[1mx\u001b[0m\u001b[32my\u001b[0mz\n");
  }

  @Test
  void nothing_that_is_told_steers_the_terminal() {
    String hostile = "\u001b[2J\u001b[H\u0000\u202eBerlin\u009b5m\r\nline";
    String shown = "·[2J·[H··Berlin·5m··line";
    Screen screen = screen(true);
    screen.say(hostile);
    screen.say(Line.bold(hostile));
    screen.note(hostile);
    screen.complain(hostile);
    screen.progress(hostile);
    screen.say(Document.json("{\"a\":\"" + hostile.replace("\r\n", "") + "\"}"));
    screen.say(Csv.raw(List.of(Csv.Row.of(hostile.replace("\r\n", "")))));
    screen.writer().println(hostile.replace("\r\n", "\n"));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            shown
                + "\n\u001b[1m"
                + shown
                + "\u001b[0m\n"
                + "{\"a\":\"\\u001b[2J\\u001b[H\\u0000\\u202eBerlin\\u009b5mline\"}\n"
                + "\"·[2J·[H··Berlin·5mline\"\n"
                + "·[2J·[H··Berlin·5m\nline\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(shown + "\norderlake: " + shown + "\n\r\u001b[K" + shown + "\r\u001b[K");
  }

  @Test
  void what_a_library_prints_goes_the_same_way() {
    Screen screen = screen(false);
    PrintStream stray = StrayLines.stream(screen::note);
    stray.print("\u001b[31mwarning");
    assertThat(err.size()).isZero();
    stray.println(": \u202e");
    new IllegalStateException("one\u0007").printStackTrace(stray);
    stray.print("the end");
    stray.close();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .startsWith("·[31mwarning: ·", "java.lang.IllegalStateException: one·")
        .anyMatch(line -> line.startsWith("    at io.orderlake."))
        .endsWith("the end")
        .noneMatch(line -> line.contains("\u0007"));
  }

  @Test
  void a_line_has_an_end() {
    Screen screen = screen(false);
    screen.say("x".repeat(1_000_000));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .hasSizeLessThan(10_100)
        .endsWith("x… (1000000 characters)\n");
  }

  private Screen screen(boolean terminal) {
    return new Screen(stream(out), stream(err), terminal, terminal);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
