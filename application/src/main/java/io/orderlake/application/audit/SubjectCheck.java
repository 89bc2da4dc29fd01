package io.orderlake.application.audit;

import io.orderlake.application.audit.scan.PublishedGold;
import io.orderlake.application.audit.spill.CellId;
import io.orderlake.application.audit.spill.CellSums;
import io.orderlake.application.audit.spill.Fact;
import io.orderlake.application.audit.verdict.Difference.Kind;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.Admission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The second pass, as one thread does it: decides each event anew, compares the decision with what
 * is stored, and adds up what Gold must hold.
 */
final class SubjectCheck {
  private final Desk desk;
  private final Sampling sampledCells;
  private final CellSums sums;
  private final List<Fact> accepted = new ArrayList<>();
  private final List<Fact> rejected = new ArrayList<>();
  private final List<Fact> rows = new ArrayList<>();
  private final List<Fact> quarantined = new ArrayList<>();
  private final List<Fact> cancellations = new ArrayList<>();
  private final List<Fact> withdrawals = new ArrayList<>();
  private final List<Fact> admitted = new ArrayList<>();
  private final List<Fact> conflicting = new ArrayList<>();
  private Conservation replayed = Conservation.ZERO;
  private long conflicts;
  private long waiting;
  private long rowsCompared;
  private long quarantinedCompared;

  SubjectCheck(Desk desk, Sampling sampledCells) {
    this.desk = desk;
    this.sampledCells = sampledCells;
    this.sums = new CellSums(desk.cells());
  }

  /** Checks one subject. */
  void check(List<Fact> facts) {
    List.of(
            accepted,
            rejected,
            rows,
            quarantined,
            cancellations,
            withdrawals,
            admitted,
            conflicting)
        .forEach(List::clear);
    boolean older = false;
    for (Fact fact : facts) {
      older |= fact.has(Fact.OLDER) || isMappedEarlier(fact);
      switch (fact.kind()) {
        case ACCEPTED -> accepted.add(fact);
        case REJECTED -> rejected.add(fact);
        case ROW -> rows.add(fact);
        case QUARANTINED -> quarantined.add(fact);
        case CANCELLATION -> cancellations.add(fact);
        case WITHDRAWAL -> withdrawals.add(fact);
        case ADMITTED_EARLIER -> {} // says that the subject is older, which is all there is to it
      }
    }
    if (older) {
      takeAsStored();
    } else {
      decide();
    }
  }

  private boolean isMappedEarlier(Fact fact) {
    return desk.mapped().any() && desk.mapped().holds(fact.order(desk.topics()));
  }

  /** Nobody can say today what other rules decided: what is stored counts. */
  private void takeAsStored() {
    count((long) rows.size() + withdrawals.size(), quarantined.size());
    @Nullable Fact withdrawal = withdrawals.isEmpty() ? null : withdrawals.get(0);
    for (Fact row : rows) {
      if (row.has(Fact.OLDER)) {
        addToGold(row, withdrawal);
      } else {
        accepted.stream()
            .filter(row::isAtPositionOf)
            .findFirst()
            .ifPresent(fact -> addToGold(fact, withdrawal));
      }
    }
  }

  private void decide() {
    sort(accepted);
    sort(cancellations);
    @Nullable ContentHash held = null;
    for (Fact candidate : accepted) {
      ContentHash content = candidate.content();
      switch (Admission.of(held, content)) {
        case FIRST -> {
          held = content;
          admitted.add(candidate);
        }
        case DUPLICATE -> {} // leaves nothing but its count
        case CONFLICT, WAITS -> conflicting.add(candidate);
      }
    }
    @Nullable Fact row = admitted.isEmpty() ? null : admitted.get(0);
    boolean isWithdrawn = row != null && !cancellations.isEmpty();
    List<Fact> waits = row == null ? cancellations : List.of();
    if (row != null) {
      addToGold(row, isWithdrawn ? cancellations.get(0) : null);
    }
    conflicts += conflicting.size();
    waiting += waits.size();
    count(
        admitted.size() + (isWithdrawn ? 1L : 0),
        (long) rejected.size() + conflicting.size() + waits.size());
    rowsCompared +=
        compare(TableId.SILVER_ORDERS, Fact.COMPARED_AS_ROW, admitted, Fact::fingerprint, rows);
    if (row != null && isWithdrawn) {
      rowsCompared += compareWithdrawal(row, cancellations.get(0));
    }
    // A conflicting line is quarantined with what it said, which its content stands for, and so is
    // a cancellation that waits.
    quarantinedCompared += compareQuarantine(conflicting, Fact::content);
    quarantinedCompared += compareQuarantine(waits, Fact::content);
    quarantinedCompared += compareQuarantine(rejected, Fact::fingerprint);
    unexpected(TableId.SILVER_ORDERS, Fact.COMPARED_AS_ROW, rows);
    unexpected(TableId.SILVER_ORDERS, Fact.COMPARED_AS_ROW, withdrawals);
    unexpected(TableId.QUARANTINE, Fact.COMPARED_AS_QUARANTINED, quarantined);
  }

  private void sort(List<Fact> facts) {
    if (facts.size() > 1) {
      facts.sort(Comparator.comparing(fact -> fact.order(desk.topics())));
    }
  }

  /** One where the event's row is in scope: there the row is that takes it back. */
  private long compareWithdrawal(Fact row, Fact cancellation) {
    Fact found = take(cancellation, withdrawals);
    if (!row.has(Fact.COMPARED_AS_ROW)) {
      return 0;
    }
    if (found == null) {
      desk.findings().row(TableId.SILVER_ORDERS, Kind.MISSING, cancellation.order(desk.topics()));
    } else if (!cancellation.fingerprint().equals(found.fingerprint())
        || !row.content().equals(found.content())) {
      desk.findings()
          .row(TableId.SILVER_ORDERS, Kind.OTHER_VALUES, cancellation.order(desk.topics()));
    }
    return 1;
  }

  private void count(long refined, long quarantine) {
    long lines = (long) accepted.size() + rejected.size() + cancellations.size();
    replayed =
        replayed.plus(
            new Conservation(0, lines, refined, quarantine, lines - refined - quarantine));
  }

  private long compareQuarantine(List<Fact> expected, Function<Fact, ContentHash> says) {
    return compare(TableId.QUARANTINE, Fact.COMPARED_AS_QUARANTINED, expected, says, quarantined);
  }

  /** Takes what was expected and found out of {@code stored}; the number compared. */
  private long compare(
      TableId table,
      int flag,
      List<Fact> expected,
      Function<Fact, ContentHash> says,
      List<Fact> stored) {
    long compared = 0;
    for (Fact decision : expected) {
      Fact found = take(decision, stored);
      if (!decision.has(flag)) {
        continue;
      }
      compared++;
      if (found == null) {
        desk.findings().row(table, Kind.MISSING, decision.order(desk.topics()));
      } else if (!says.apply(decision).equals(found.fingerprint())) {
        desk.findings().row(table, Kind.OTHER_VALUES, decision.order(desk.topics()));
      }
    }
    return compared;
  }

  private static @Nullable Fact take(Fact decision, List<Fact> stored) {
    for (int i = 0; i < stored.size(); i++) {
      if (stored.get(i).isAtPositionOf(decision)) {
        return stored.remove(i);
      }
    }
    return null;
  }

  private void unexpected(TableId table, int flag, List<Fact> left) {
    for (Fact fact : left) {
      if (fact.has(flag)) {
        desk.findings().row(table, Kind.UNEXPECTED, fact.order(desk.topics()));
      }
    }
  }

  /**
   * An event that was withdrawn has been in its cell and adds nothing to it.
   *
   * @param withdrawal what withdraws it; null for nothing
   */
  private void addToGold(Fact fact, @Nullable Fact withdrawal) {
    Figures figures = fact.figures(desk.facts().layout());
    for (int table = 0; table < desk.gold().size(); table++) {
      PublishedGold gold = desk.gold().get(table);
      if (fact.isCounted(table) && fact.sequence() <= gold.lastSequence()) {
        ContentHash cell = fact.cell(table);
        if (sampledCells.holds(cell)) {
          Measures measures = gold.projection().measures();
          boolean stands = withdrawal == null || withdrawal.sequence() > gold.lastSequence();
          if (stands && measures.has(Measure.ORDERS)) {
            desk.cells().addOrder(new CellId(table, cell), fact.order(desk.facts().layout()));
          }
          sums.add(
              new CellId(table, cell),
              stands ? figures.in(measures) : measures.zero(),
              fact.order(desk.topics()));
        }
      }
    }
  }

  /** Ends the pass. */
  void end() {
    sums.flush();
  }

  /** The sums of lines; records are counted elsewhere. */
  Conservation replayed() {
    return replayed;
  }

  /** Replayed lines whose event id was taken by other content. */
  long conflicts() {
    return conflicts;
  }

  /** Replayed cancellations of events that are not there. */
  long waiting() {
    return waiting;
  }

  long rowsCompared() {
    return rowsCompared;
  }

  long quarantinedCompared() {
    return quarantinedCompared;
  }
}
