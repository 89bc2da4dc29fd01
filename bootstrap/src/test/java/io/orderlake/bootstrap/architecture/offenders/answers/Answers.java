package io.orderlake.bootstrap.architecture.offenders.answers;

/** Breaks nothing; there to be known. */
public final class Answers {
  private Answers() {}

  public static String name() {
    return "answers";
  }
}
