package io.orderlake.application.source;

import io.orderlake.application.examine.Passing;
import io.orderlake.application.examine.ReasonTally;
import io.orderlake.application.source.SourceCheck.Example;
import io.orderlake.application.source.SourceCheck.Row;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.Shown;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a source's records, judged one after the other as Silver would judge them. */
final class CheckedLines {
  private static final int EXAMPLES = 3;

  /** Of so many event ids it is known what was said under them; some 100 MB. */
  private static final int MOST_IDS = 500_000;

  private final Source source;
  private final RecordRefiner refiner;
  private final int most;
  private final ReasonTally<Example> reasons = new ReasonTally<>(EXAMPLES);
  private final Map<String, ContentHash> contents = new HashMap<>();
  private final Map<String, Long> warnings = new HashMap<>();
  private final java.util.List<Row> shown = new ArrayList<>();
  private boolean compared = true;
  private long records;
  private long whole;
  private long lines;
  private long passing;
  private long repeats;

  /**
   * Nothing is judged yet.
   *
   * @param refiner with the rules in force
   * @param most so many lines are shown
   */
  CheckedLines(Source source, RecordRefiner refiner, int most) {
    this.source = source;
    this.refiner =
        refiner.under(
            RuleSet.of(refiner.rules().settings(), new Sources(java.util.List.of(source))));
    this.most = most;
  }

  long records() {
    return records;
  }

  /**
   * Judges a record.
   *
   * @param record of one of the source's topics
   */
  void take(BronzeRecord record, RecordPlace place) {
    records++;
    Judgement judgement = refiner.refine(record);
    whole += source.mapping().takesApart() && !judgement.isTakenApart() ? 1 : 0;
    Lazy<List<RecordedOrder>> recorded = Lazy.of(() -> linesOf(record));
    for (int i = 0; i < judgement.verdicts().size(); i++) {
      int line = judgement.isTakenApart() ? i : BronzeOrder.WHOLE_RECORD;
      Line at = new Line(new LinePlace(place, line), record.content().value(), recorded);
      if (judgement.verdicts().get(i) instanceof Verdict.Rejected rejected) {
        reject(at, rejected);
      } else if (judgement.verdicts().get(i) instanceof Verdict.Accepted accepted) {
        admit(at, accepted.order());
      } else {
        lines++;
        passing++;
      }
    }
  }

  /**
   * A line that is judged.
   *
   * @param value its record's bytes; null for none
   * @param recorded the lines of its record; asked only where its fields could be judged
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Line(
      LinePlace place, byte @Nullable [] value, Lazy<List<RecordedOrder>> recorded) {}

  private List<RecordedOrder> linesOf(BronzeRecord record) {
    byte[] value = record.content().value();
    return value == null
        ? List.empty()
        : source
            .lines(value, refiner.rules().settings().currency())
            .fold(sentence -> List.<RecordedOrder>empty(), List::ofAll);
  }

  private void admit(Line line, RefinedOrder order) {
    ContentHash held = contents.get(order.eventId());
    switch (Admission.of(held, order.contentHash())) {
      case CONFLICT, WAITS -> reject(line, refiner.rules().conflict(order.eventId()));
      case DUPLICATE -> {
        repeats++;
        pass(order);
      }
      case FIRST -> {
        remember(order);
        if (shown.size() < most) {
          shown.add(new Row(line.place, order));
        }
        pass(order);
      }
    }
  }

  private void remember(RefinedOrder order) {
    if (contents.size() < MOST_IDS) {
      contents.put(order.eventId(), order.contentHash());
    } else {
      compared = false;
    }
  }

  private void pass(RefinedOrder order) {
    lines++;
    passing++;
    order.provenance().warnings().stream()
        .distinct()
        .forEach(code -> warnings.merge(code, 1L, Long::sum));
  }

  private void reject(Line line, Verdict.Rejected rejected) {
    lines++;
    reasons.see(rejected, reason -> fieldOf(line, reason), reason -> example(line, reason));
  }

  /** The contract's name of the field at fault, whose place in the record the reason names. */
  private static String fieldOf(Line line, QuarantineReason reason) {
    if (reason.field().isEmpty()) {
      return "";
    }
    RecordedOrder order = line.recorded.get().get(Math.max(0, line.place.line()));
    return List.ofAll(MappedField.ALL)
        .map(MappedField::name)
        .find(field -> order.recordedName(field).equals(reason.field()))
        .getOrElse(reason.field());
  }

  private Example example(Line line, QuarantineReason reason) {
    return new Example(
        line.place, reason.field(), valueAt(line.value, reason.field()), reason.sentence());
  }

  private Option<String> valueAt(byte @Nullable [] value, String at) {
    return value == null || !at.startsWith("/")
        ? Option.none()
        : source
            .format()
            .read(value)
            .toOption()
            .flatMap(
                record ->
                    Pointer.parse(at)
                        .toOption()
                        .flatMap(pointer -> Option.of(pointer.in(record, record))))
            .map(node -> Shown.value(node.value()));
  }

  /**
   * What was found.
   *
   * @param blank lines of the feed that were blank
   * @param all whether all records were looked at
   */
  SourceCheck found(SourceCheck.From from, long blank, boolean all) {
    return new SourceCheck(
        source.name(),
        from,
        new SourceCheck.Records(
            records, source.mapping().takesApart(), blank, whole, all, compared),
        new Passing(passing, lines),
        repeats,
        List.ofAll(shown),
        reasons.byCount(),
        TreeMap.ofAll(warnings));
  }
}
