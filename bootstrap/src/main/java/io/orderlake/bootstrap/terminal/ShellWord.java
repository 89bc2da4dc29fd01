package io.orderlake.bootstrap.terminal;

/** A text as one word of a command that people copy into their shell. */
public final class ShellWord {
  private ShellWord() {}

  /** In quotes where a shell would cut or change it. */
  public static String of(Object value) {
    String text = value.toString();
    return text.matches("[A-Za-z0-9/._@,=+:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
