package io.orderlake.adapters.console.quarantine;

import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.application.quarantine.BrowseQuarantine.Steps;
import io.vavr.collection.List;
import io.vavr.control.Either;

/** How far back one looks. */
enum Span {
  DAY("day", 1, 24),
  WEEK("week", 6, 28),
  MONTH("month", 24, 31);

  static final String PARAMETER = "span";

  private final String word;
  private final int hours;
  private final int count;

  Span(String word, int hours, int count) {
    this.word = word;
    this.hours = hours;
    this.count = count;
  }

  /** The one that is asked for, or the sentence that says which there are. */
  static Either<String, Span> of(PageRequest request) {
    String asked = request.value(PARAMETER).getOrElse(DAY.word);
    return List.of(values())
        .find(span -> span.word.equals(asked))
        .toEither(() -> "there is no span '" + asked + "'; there are day, week and month");
  }

  String word() {
    return word;
  }

  Steps steps() {
    return new Steps(hours, count);
  }
}
