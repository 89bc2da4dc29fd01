package io.orderlake.application.audit;

import static io.orderlake.application.audit.spill.Fact.COMPARED_AS_QUARANTINED;
import static io.orderlake.application.audit.spill.Fact.COMPARED_AS_ROW;
import static io.orderlake.application.audit.spill.Fact.OLDER;

import io.orderlake.application.audit.finding.OffsetLedger;
import io.orderlake.application.audit.spill.CellId;
import io.orderlake.application.audit.spill.Fact;
import io.orderlake.application.audit.spill.Fact.Kind;
import io.orderlake.application.audit.spill.Fingerprints;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.OneAfterAnother;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The first pass, as one thread does it: every row of every table becomes facts in the piles. */
final class Gathering {
  private final Desk desk;
  private final String ruleSet;
  private final CellKeys cells;
  private final OneAfterAnother held;
  private final OffsetLedger.Run offsets;
  private final Map<String, Long> reasons = new HashMap<>();
  private final Map<String, Long> olderRules = new HashMap<>();
  private long records;
  private long cellRows;
  private long cutOtherwise;

  Gathering(Desk desk) {
    this.desk = desk;
    this.ruleSet = desk.refiner().rules().version();
    this.cells = new CellKeys(desk);
    this.held = new OneAfterAnother(desk.refiner());
    this.offsets = desk.offsets().run();
  }

  /** Replays one record of Bronze. */
  void replay(BronzeRecord record) {
    offsets.add(record.source(), record.emptyBefore());
    records++;
    Judgement judged = desk.refiner().refine(record);
    List<BronzeOrder> places = judged.places(record.order());
    for (int i = 0; i < places.size(); i++) {
      replay(record, places.get(i), judged.verdicts().get(i));
    }
  }

  private void replay(BronzeRecord record, BronzeOrder place, Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      accepted(record, accepted.order());
    } else if (verdict instanceof Verdict.Cancels cancels) {
      cancelled(record, cancels.cancellation());
    } else if (verdict instanceof Verdict.Rejected rejected) {
      ContentHash key = Fingerprints.position(place.position());
      ContentHash says = Fingerprints.quarantined(record, rejected.reasons());
      add(fact(Kind.REJECTED, key, asQuarantined(key, record), place).saying(says, says));
      rejected.codes().forEach(code -> reasons.merge(code, 1L, Long::sum));
    }
  }

  private void accepted(BronzeRecord record, RefinedOrder order) {
    ContentHash key = Fingerprints.event(order.eventId());
    int asRow = asRow(key, order);
    BronzeOrder place = order.provenance().order();
    Fact fact = fact(Kind.ACCEPTED, key, asRow | asQuarantined(key, record), place);
    fact.saying(order.contentHash(), fingerprint(order, asRow));
    cells.contribute(fact, order);
    add(fact);
  }

  /** What it takes back, and whether that is in scope, is for the event's row to say. */
  private void cancelled(BronzeRecord record, Cancellation cancellation) {
    ContentHash key = Fingerprints.event(cancellation.eventId());
    List<QuarantineReason> waits = desk.refiner().rules().waits(cancellation.eventId()).reasons();
    BronzeOrder place = cancellation.provenance().order();
    add(
        fact(Kind.CANCELLATION, key, asQuarantined(key, record), place)
            .saying(
                Fingerprints.quarantined(record, waits),
                Fingerprints.withdrawal(cancellation.provenance())));
  }

  /** Takes down a row of Silver. */
  void row(RefinedOrder order) {
    ContentHash key = Fingerprints.event(order.eventId());
    BronzeOrder place = order.provenance().order();
    int asRow = asRow(key, order);
    int older = older(place, order.provenance().ruleSet());
    Fact fact = fact(order.isWithdrawal() ? Kind.WITHDRAWAL : Kind.ROW, key, asRow | older, place);
    fact.saying(
        order.contentHash(),
        withdrawsAsToday(order)
            ? Fingerprints.withdrawal(order.provenance())
            : fingerprint(order, asRow));
    if (older != 0) {
      cells.contribute(fact, order);
      add(fact(Kind.ADMITTED_EARLIER, Fingerprints.position(place.position()), OLDER, place));
    }
    add(fact);
  }

  /** What it is converted to is no part of the content. */
  private boolean withdrawsAsToday(RefinedOrder order) {
    return order.withdrawsItsContent()
        && Objects.equals(order.converted(), desk.refiner().rules().converted(order));
  }

  /** Takes down a record, or a line, of the quarantine. */
  void quarantined(QuarantinedRecord quarantined) {
    BronzeRecord record = quarantined.record();
    BronzeOrder place = quarantined.order();
    ContentHash key = Fingerprints.position(place.position());
    ContentHash says = Fingerprints.quarantined(record, quarantined.reasons());
    Verdict verdict = held.refine(record).on(quarantined.line());
    if (verdict instanceof Verdict.Accepted accepted) {
      key = Fingerprints.event(accepted.order().eventId());
      says = isConflict(quarantined, accepted.order()) ? accepted.order().contentHash() : says;
    } else if (verdict instanceof Verdict.Cancels cancels) {
      key = Fingerprints.event(cancels.cancellation().eventId());
    }
    if (desk.refiner().isHeldFromBefore(quarantined)) {
      desk.mapped().heldFromBefore(place);
    }
    int flags = asQuarantined(key, record) | older(place, quarantined.ruleSet());
    add(fact(Kind.QUARANTINED, key, flags, place).saying(says, says));
  }

  private boolean isConflict(QuarantinedRecord quarantined, RefinedOrder order) {
    List<QuarantineReason> conflict = desk.refiner().rules().conflict(order.eventId()).reasons();
    return quarantined.reasons().equals(conflict);
  }

  /** Takes down a row of Gold. */
  void cell(int table, GoldCell cell) {
    cellRows++;
    if (!desk.gold().get(table).projection().mayHave(cell.key())) {
      cutOtherwise++;
    }
    cells
        .cell(table, cell.key())
        .forEach(hash -> desk.cells().addStored(new CellId(table, hash), cell.figures()));
  }

  private Fact fact(Kind kind, ContentHash key, int flags, BronzeOrder order) {
    return Fact.of(desk.facts().layout(), kind, key, flags).at(order, desk.topics());
  }

  private void add(Fact fact) {
    desk.facts().add(fact);
  }

  private int asRow(ContentHash key, RefinedOrder order) {
    return desk.scope().holds(order.eventTime()) && desk.events().holds(key) ? COMPARED_AS_ROW : 0;
  }

  private int asQuarantined(ContentHash key, BronzeRecord record) {
    return desk.scope().holds(record.timestamp()) && desk.events().holds(key)
        ? COMPARED_AS_QUARANTINED
        : 0;
  }

  private int older(BronzeOrder place, String decidedUnder) {
    if (decidedUnder.equals(ruleSet)) {
      return 0;
    }
    desk.mapped().decidedEarlier(place);
    olderRules.merge(decidedUnder, 1L, Long::sum);
    return OLDER;
  }

  /** What is never compared needs no fingerprint. */
  private static ContentHash fingerprint(RefinedOrder order, int asRow) {
    return asRow != 0 ? Fingerprints.row(order) : order.contentHash();
  }

  /** Ends the pass. */
  void end() {
    offsets.end();
  }

  /** How many rows of Gold cannot have been cut in the lake's zone. */
  long cutOtherwise() {
    return cutOtherwise;
  }

  /** How many records were replayed. */
  long records() {
    return records;
  }

  /** How many rows of Gold there were. */
  long cells() {
    return cellRows;
  }

  /** Replayed lines by reason code, but for duplicates with other content. */
  Map<String, Long> reasons() {
    return reasons;
  }

  /** Rows by the version of the rules that decided them, when it is not the audit's. */
  Map<String, Long> olderRules() {
    return olderRules;
  }
}
