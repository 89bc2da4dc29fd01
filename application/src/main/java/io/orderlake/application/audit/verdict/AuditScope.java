package io.orderlake.application.audit.verdict;

import io.orderlake.application.lake.AskedTime;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What an audit compares. Bronze is replayed whole whatever the scope is, since the first record of
 * an event id may lie anywhere; offsets and the lake's sums are always checked.
 *
 * @param from compares only Silver rows of events, Gold cells and quarantined records at or after
 *     it: by event time, by the start of the cell's span, by Kafka timestamp
 * @param to compares only those before it
 * @param sample compares about so many events, and as many cells of Gold, chosen by the hashes of
 *     their keys; 1 or more
 */
public record AuditScope(Option<Instant> from, Option<Instant> to, Option<Long> sample) {
  public static final AuditScope EVERYTHING =
      new AuditScope(Option.none(), Option.none(), Option.none());

  /**
   * A scope as people write it.
   *
   * @param from a date such as {@code 2026-11-22} or an instant such as {@code
   *     2026-11-22T10:00:00Z}
   * @param to likewise
   * @param sample a whole number above 0; not together with the other two
   * @param zone whose days a date means
   * @return the scope, or the sentence that says what is wrong
   */
  public static Either<String, AuditScope> of(
      Option<String> from, Option<String> to, Option<String> sample, ZoneId zone) {
    if (sample.isDefined() && (from.isDefined() || to.isDefined())) {
      return Either.left("a sample is taken of the whole lake: leave out from and to, or sample");
    }
    return instant("from", from, zone)
        .flatMap(
            start ->
                instant("to", to, zone)
                    .flatMap(end -> size(sample).map(n -> new AuditScope(start, end, n))))
        .filterOrElse(
            scope -> scope.from.forAll(start -> scope.to.forAll(start::isBefore)),
            scope -> "from must be before to, and " + from.get() + " is not before " + to.get());
  }

  private static Either<String, Option<Instant>> instant(
      String name, Option<String> text, ZoneId zone) {
    return text.fold(
        () -> Either.right(Option.none()),
        given ->
            AskedTime.instant(given, zone)
                .<Option<Instant>>map(Option::some)
                .mapLeft(problem -> name + ": " + problem));
  }

  private static Either<String, Option<Long>> size(Option<String> text) {
    return text.fold(
        () -> Either.right(Option.none()),
        given ->
            given.matches("[0-9]{1,18}") && Long.parseLong(given) > 0
                ? Either.right(Option.some(Long.valueOf(given)))
                : Either.left(
                    "sample: '"
                        + given
                        + (given.matches("[0-9]{19,}")
                            ? "' is too large; the greatest is " + "9".repeat(18)
                            : "' is not a whole number above 0")));
  }

  public boolean isEverything() {
    return equals(EVERYTHING);
  }

  /** Whether what happened at that time, or a cell that starts at it, is compared. */
  public boolean holds(Instant time) {
    return from.forAll(start -> !time.isBefore(start)) && to.forAll(time::isBefore);
  }

  /** What is not compared, as a sentence; empty when everything is. */
  public String leftOut() {
    if (sample.isDefined()) {
      return "not compared: everything but a sample of about "
          + sample.get()
          + " events and as many Gold cells; offsets and sums were checked whole";
    }
    return isEverything()
        ? ""
        : "not compared: events, Gold cells and quarantined records"
            + from.map(start -> " before " + start).getOrElse("")
            + (from.isDefined() && to.isDefined() ? " and" : "")
            + to.map(end -> " from " + end + " on").getOrElse("")
            + "; offsets and sums were checked whole";
  }
}
