package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import io.orderlake.bootstrap.architecture.offenders.answers.Answers;

/** Breaks: answers are for those who are asked. */
public final class AdapterOnAnswers {
  private AdapterOnAnswers() {}

  public static String name() {
    return Answers.name();
  }
}
