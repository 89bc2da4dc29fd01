package io.orderlake.bootstrap.architecture.offenders.domain;

/** Breaks: the domain does no input or output. */
public final class DomainOnTheConsole {
  private DomainOnTheConsole() {}

  public static void shout(String text) {
    System.out.println(text);
  }
}
