package io.orderlake.bootstrap.architecture.offenders.application;

import java.util.Locale;

/** Breaks: nobody asks for the machine's language. */
public final class ApplicationOnTheMachinesLanguage {
  private ApplicationOnTheMachinesLanguage() {}

  public static String shout(String text) {
    return text.toUpperCase(Locale.getDefault());
  }
}
