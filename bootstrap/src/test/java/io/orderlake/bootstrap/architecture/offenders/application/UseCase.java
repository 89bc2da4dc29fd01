package io.orderlake.bootstrap.architecture.offenders.application;

/** What an adapter has no business with. */
public final class UseCase {
  private UseCase() {}

  public static String name() {
    return "a use case";
  }
}
