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
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.ContentHash;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The first pass, as one thread does it: every row of every table becomes facts in the piles. */
final class Gathering {
  private final Desk desk;
  private final String ruleSet;
  private final CellKeys cells;
  private final OffsetLedger.Run offsets;
  private final Map<String, Long> reasons = new HashMap<>();
  private final Map<String, Long> olderRules = new HashMap<>();
  private long cellRows;
  private long cutOtherwise;

  Gathering(Desk desk) {
    this.desk = desk;
    this.ruleSet = desk.refiner().rules().version();
    this.cells = new CellKeys(desk);
    this.offsets = desk.offsets().run();
  }

  /** Replays one record of Bronze. */
  void replay(BronzeRecord record) {
    offsets.add(record.source(), record.emptyBefore());
    Verdict verdict = desk.refiner().refine(record);
    if (verdict instanceof Verdict.Accepted accepted) {
      accepted(record, accepted.order());
    } else if (verdict instanceof Verdict.Rejected rejected) {
      ContentHash key = Fingerprints.record(record.source());
      ContentHash says = Fingerprints.quarantined(record, rejected.reasons());
      add(fact(Kind.REJECTED, key, asQuarantined(key, record), record.order()).saying(says, says));
      rejected.reasons().stream()
          .map(QuarantineReason::code)
          .collect(Collectors.toSet())
          .forEach(code -> reasons.merge(code, 1L, Long::sum));
    }
  }

  private void accepted(BronzeRecord record, RefinedOrder order) {
    ContentHash key = Fingerprints.event(order.eventId());
    int asRow = asRow(key, order);
    Fact fact = fact(Kind.ACCEPTED, key, asRow | asQuarantined(key, record), record.order());
    fact.saying(order.contentHash(), fingerprint(order, asRow));
    cells.contribute(fact, order);
    add(fact);
  }

  /** Takes down a row of Silver. */
  void row(RefinedOrder order) {
    ContentHash key = Fingerprints.event(order.eventId());
    BronzeOrder place = order.provenance().order();
    int asRow = asRow(key, order);
    int older = older(order.provenance().ruleSet());
    Fact fact = fact(Kind.ROW, key, asRow | older, place);
    fact.saying(order.contentHash(), fingerprint(order, asRow));
    if (older != 0) {
      cells.contribute(fact, order);
      add(fact(Kind.ADMITTED_EARLIER, Fingerprints.record(place.source()), OLDER, place));
    }
    add(fact);
  }

  /** Takes down a record of the quarantine. */
  void quarantined(QuarantinedRecord quarantined) {
    BronzeRecord record = quarantined.record();
    ContentHash key = Fingerprints.record(record.source());
    ContentHash says = Fingerprints.quarantined(record, quarantined.reasons());
    if (desk.refiner().refine(record) instanceof Verdict.Accepted accepted) {
      key = Fingerprints.event(accepted.order().eventId());
      says = isConflict(quarantined, accepted.order()) ? accepted.order().contentHash() : says;
    }
    int flags = asQuarantined(key, record) | older(quarantined.ruleSet());
    add(fact(Kind.QUARANTINED, key, flags, record.order()).saying(says, says));
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

  private int older(String decidedUnder) {
    if (decidedUnder.equals(ruleSet)) {
      return 0;
    }
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

  /** How many rows of Gold there were. */
  long cells() {
    return cellRows;
  }

  /** Replayed records by reason code, but for duplicates with other content. */
  Map<String, Long> reasons() {
    return reasons;
  }

  /** Rows by the version of the rules that decided them, when it is not the audit's. */
  Map<String, Long> olderRules() {
    return olderRules;
  }
}
