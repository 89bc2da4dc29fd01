package io.orderlake.application.audit.finding;

import io.orderlake.application.audit.finding.Findings.RowKind;
import io.orderlake.application.audit.verdict.Difference.CounterExample;
import io.orderlake.application.audit.verdict.Difference.Kind;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.vavr.control.Option;
import java.util.List;

/** Counter-examples out of Silver and the quarantine. */
record RowExamples(RecordRefiner refiner, Evidence evidence) {
  /** What the replay and the table say about the record or line. */
  CounterExample of(RowKind kind, LinePosition source) {
    Option<Verdict> verdict = evidence.verdict(source, refiner);
    return kind.table().equals(TableId.SILVER_ORDERS)
        ? silver(kind.kind(), source, verdict)
        : quarantine(kind.kind(), source, verdict);
  }

  private CounterExample silver(Kind kind, LinePosition source, Option<Verdict> verdict) {
    Option<RefinedOrder> replayed = verdict.flatMap(Evidence::order);
    Option<RefinedOrder> stored = evidence.silver(source);
    boolean both = kind == Kind.OTHER_VALUES && replayed.isDefined() && stored.isDefined();
    return new CounterExample(
        replayed
            .orElse(stored)
            .map(RefinedOrder::eventId)
            .orElse(verdict.flatMap(given -> Option.of(given.eventId())))
            .map(eventId -> "event " + RowText.printable(eventId))
            .getOrElse("a record"),
        Option.some(source),
        both
            ? RowText.differing(replayed.get(), stored.get())
            : kind == Kind.UNEXPECTED
                ? notARow(verdict)
                : replayed.map(RowText::row).getOrElse(() -> withdrawal(verdict)),
        both
            ? RowText.differing(stored.get(), replayed.get())
            : kind == Kind.MISSING ? "no row" : stored.map(RowText::row).getOrElse("no row"));
  }

  private static String withdrawal(Option<Verdict> verdict) {
    return verdict.exists(Verdict.Cancels.class::isInstance)
        ? "a row that takes back what the row of the event adds"
        : "no row";
  }

  /** What became of the record that is no row of Silver. */
  private static String notARow(Option<Verdict> verdict) {
    return verdict.fold(
        () -> "no such record in Bronze",
        given ->
            given instanceof Verdict.Rejected rejected
                ? "quarantined: " + RowText.reasons(rejected.reasons())
                : given instanceof Verdict.Cancels
                    ? "no such row: the event is not there, or was withdrawn by another record"
                    : "no such row: the event became a row once, with another record or other fields");
  }

  private CounterExample quarantine(Kind kind, LinePosition source, Option<Verdict> verdict) {
    Option<QuarantinedRecord> stored = evidence.quarantine(source);
    String replayed =
        verdict.fold(
            () -> "no such record in Bronze",
            given ->
                kind == Kind.UNEXPECTED && given.eventId() != null
                    ? "no reason against it"
                    : RowText.reasons(reasons(given)));
    return new CounterExample(
        source.line() == BronzeOrder.WHOLE_RECORD ? "the record" : "the line",
        Option.some(source),
        replayed,
        kind == Kind.MISSING
            ? "no quarantined record"
            : stored.map(this::quarantined).getOrElse("no quarantined record"));
  }

  private String quarantined(QuarantinedRecord stored) {
    boolean asReceived = evidence.bronze(stored.record().source()).contains(stored.record());
    return RowText.reasons(stored.reasons())
        + (asReceived ? "" : ", with a raw record that is not Bronze's");
  }

  private List<QuarantineReason> reasons(Verdict verdict) {
    if (verdict instanceof Verdict.Rejected rejected) {
      return rejected.reasons();
    }
    String eventId = String.valueOf(verdict.eventId());
    return verdict instanceof Verdict.Cancels
        ? refiner.rules().waits(eventId).reasons()
        : refiner.rules().conflict(eventId).reasons();
  }
}
