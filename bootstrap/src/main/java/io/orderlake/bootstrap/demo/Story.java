package io.orderlake.bootstrap.demo;

import io.orderlake.answers.text.Numbers;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.bootstrap.terminal.Screen;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Tells what happens, step by step, with the time that each has taken. */
final class Story {
  private static final String INDENT = "    ";

  private final Screen screen;
  private final InstantSource clock;
  private final Instant start;

  Story(Screen screen, InstantSource clock) {
    this.screen = screen;
    this.clock = clock;
    this.start = clock.instant();
  }

  void heading(String text) {
    screen.say("");
    screen.say(Line.bold(text));
  }

  void line(Line text) {
    screen.say(text);
  }

  void line(String text) {
    screen.say(text);
  }

  void lines(Iterable<String> lines) {
    lines.forEach(line -> screen.say("  " + line));
  }

  void styled(Iterable<Line> lines) {
    lines.forEach(line -> screen.say(Line.of("  ").plus(line)));
  }

  /**
   * Does one step.
   *
   * @param doing what is being done, shown meanwhile
   * @param work the step
   * @param done what came of it
   */
  <T> T step(String doing, Callable<T> work, Function<T, String> done) throws Exception {
    screen.progress("  … " + doing);
    Instant begun = clock.instant();
    T result = work.call();
    String took = Numbers.seconds(Duration.between(begun, clock.instant()));
    screen.say(
        Line.of("  ")
            .plus(Line.green("✓"))
            .plus(" " + done.apply(result))
            .plus(Line.faint("  " + took)));
    return result;
  }

  /** Progress within a step. */
  void progress(String text) {
    screen.progress("  … " + text);
  }

  /** Something worth knowing about the step before. */
  void remark(String text) {
    screen.say(Line.of(INDENT).plus(Line.faint(text)));
  }

  static Line check(boolean holds) {
    return holds ? Line.green("✓") : Line.red("✗");
  }

  String elapsed() {
    return Numbers.seconds(Duration.between(start, clock.instant()));
  }
}
