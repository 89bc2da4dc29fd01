package io.orderlake.bootstrap.terminal;

import io.vavr.collection.List;

/**
 * A line for people: stretches of text, some of which stand out. The texts may come from anywhere;
 * only the {@link Screen} makes of a style what a terminal understands.
 *
 * @param stretches left to right
 */
public record Line(List<Stretch> stretches) {
  /** How a stretch stands out; its code is the terminal's (ECMA-48, SGR). */
  enum Style {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    GREEN("32"),
    RED("31");

    private final String code;

    Style(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * Text in one style.
   *
   * @param text as it came
   */
  record Stretch(Style style, String text) {}

  public static Line of(String text) {
    return in(Style.PLAIN, text);
  }

  public static Line bold(String text) {
    return in(Style.BOLD, text);
  }

  public static Line faint(String text) {
    return in(Style.FAINT, text);
  }

  public static Line green(String text) {
    return in(Style.GREEN, text);
  }

  public static Line red(String text) {
    return in(Style.RED, text);
  }

  private static Line in(Style style, String text) {
    return new Line(List.of(new Stretch(style, text)));
  }

  public Line plus(Line more) {
    return new Line(stretches.appendAll(more.stretches));
  }

  public Line plus(String more) {
    return plus(of(more));
  }

  /** The text alone, as it came. */
  public String text() {
    return stretches.map(Stretch::text).mkString();
  }
}
