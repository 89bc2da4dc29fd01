package io.orderlake.adapters.spark.silver.release;

import io.orderlake.adapters.spark.silver.dedup.CancelledOrders;
import io.orderlake.adapters.spark.silver.dedup.Claim;
import io.orderlake.adapters.spark.silver.dedup.RowLines;
import io.orderlake.adapters.spark.silver.dedup.Withdrawals;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.Releasing;
import io.vavr.collection.TreeMap;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the held is released, and as what; travels to the tasks that write it. */
public final class Releases implements Serializable {
  private static final long serialVersionUID = 2;

  /** What is held no longer as it was. */
  private final HashMap<Integer, RowLines> released = new HashMap<>();

  private final HashMap<Integer, RowLines> rows = new HashMap<>();
  private final HashMap<Integer, RowLines> duplicates = new HashMap<>();

  /** Lines of records that are taken apart now, which are held by themselves from now on. */
  private final HashMap<Integer, RowLines> heldAgain = new HashMap<>();

  private final HashMap<String, Long> staying = new HashMap<>();
  private final HashMap<String, CancelledOrders.Place> orders = new HashMap<>();
  private final HashMap<String, CancelledOrders.Place> cancelled = new HashMap<>();
  private Withdrawals withdrawals = Withdrawals.none();
  private long judged;
  private long waited;
  private long furtherLines;
  private long outOfTurn;

  /**
   * Decides in Bronze order.
   *
   * @param rows what Silver has under the event ids of what passes
   */
  public static Releases among(List<JudgedAgain> judged, Collection<Releasing.RefinedRow> rows) {
    Releases releases = new Releases();
    for (JudgedAgain part : judged) {
      releases.judged += part.judged();
      part.staying().forEach((code, count) -> releases.staying.merge(code, count, Long::sum));
    }
    List<JudgedAgain.Held> passing =
        judged.stream()
            .flatMap(part -> part.passing().stream())
            .sorted(Comparator.comparing(held -> held.again().order()))
            .toList();
    List<Releasing.Decision> decisions =
        Releasing.decide(passing.stream().map(JudgedAgain.Held::again).toList(), rows);
    for (int i = 0; i < passing.size(); i++) {
      releases.take(passing.get(i), decisions.get(i));
    }
    return releases;
  }

  /** Cancellations that wait no longer, as the refining of their events has decided. */
  public static Releases of(Map<Claim, Admission> waited, Withdrawals withdrawals) {
    Releases releases = new Releases().withdrawing(withdrawals);
    waited.forEach(
        (claim, admission) -> {
          int line = claim.order().line();
          note(releases.released, claim.file(), claim.row(), line);
          note(
              admission == Admission.FIRST ? releases.rows : releases.duplicates,
              claim.file(),
              claim.row(),
              line);
          releases.judged++;
          releases.waited++;
        });
    return releases;
  }

  private void take(JudgedAgain.Held held, Releasing.Decision decision) {
    Releasing.Held again = held.again();
    if (!decision.isReleased()) {
      if (held.isAsked()) {
        outOfTurn += decision.isOutOfTurn() ? 1 : 0;
        held.codes().forEach(code -> staying.merge(code, 1L, Long::sum));
      }
      return;
    }
    judged += held.isAsked() ? 0 : 1;
    waited += held.codes().contains(OrderRules.CANCELLATION_WAITS) ? 1 : 0;
    note(released, held.file(), held.row(), again.order().line());
    furtherLines += again.lines() - 1;
    again.refused().forEach((code, count) -> staying.merge(code, count, Long::sum));
    for (int i = 0; i < again.passing().size(); i++) {
      note(held, again.passing().get(i), decision.fates().get(i));
    }
  }

  private void note(JudgedAgain.Held held, Releasing.Claim claim, Releasing.Fate fate) {
    int line = claim.line().order().line();
    switch (fate) {
      case ROW -> {
        note(rows, held.file(), held.row(), line);
        (claim.cancels() ? cancelled : orders)
            .put(
                CancelledOrders.key(claim.eventId()),
                new CancelledOrders.Place(held.file(), held.row()));
      }
      case DUPLICATE -> note(duplicates, held.file(), held.row(), line);
      case STAYS -> {
        note(heldAgain, held.file(), held.row(), line);
        waited -= claim.cancels() ? 1 : 0;
        staying.merge(
            claim.cancels() ? OrderRules.CANCELLATION_WAITS : OrderRules.DUPLICATE_CONFLICT,
            1L,
            Long::sum);
      }
    }
  }

  private static void note(Map<Integer, RowLines> files, int file, int row, int line) {
    files.computeIfAbsent(file, absent -> new RowLines()).add(row, line);
  }

  /** The keys of the orders that are taken back and that Silver holds. */
  public Set<String> cancelledInSilver() {
    return cancelled.keySet().stream()
        .filter(eventId -> !orders.containsKey(eventId))
        .collect(Collectors.toSet());
  }

  /** By their keys, where those are that are taken back and released themselves. */
  public Map<String, CancelledOrders.Place> cancelledHere() {
    Map<String, CancelledOrders.Place> here = new HashMap<>(orders);
    here.keySet().retainAll(cancelled.keySet());
    return here;
  }

  /** With what takes back the orders that are cancelled. */
  public Releases withdrawing(Withdrawals found) {
    withdrawals = found;
    return this;
  }

  Withdrawals withdrawals() {
    return withdrawals;
  }

  /** By how many fewer cancellations wait; below 0 where there are more. */
  public long waited() {
    return waited;
  }

  /** True when the file has something that is released. */
  public boolean isIn(int file) {
    return released.containsKey(file);
  }

  /** True when what that row holds is released, be it as lines of which some are held again. */
  boolean isReleased(int file, int row) {
    return of(released, file).hasAny(row);
  }

  boolean isRow(int file, int row, int line) {
    return of(rows, file).has(row, line);
  }

  /** True for a line that is held from now on, because of what others have of its event. */
  boolean isHeldAgain(int file, int row, int line) {
    return of(heldAgain, file).has(row, line);
  }

  private static RowLines of(Map<Integer, RowLines> files, int file) {
    return files.getOrDefault(file, RowLines.NONE);
  }

  public long outOfTurn() {
    return outOfTurn;
  }

  public boolean isNothing() {
    return released.isEmpty();
  }

  /**
   * The counts of all that was judged.
   *
   * @param warnings of those that become a row
   */
  public RefinementCounts counts(RefinementCounts warnings) {
    long refined = size(rows);
    long repeated = size(duplicates);
    long quarantined = judged + furtherLines - refined - repeated;
    return new RefinementCounts(
            new Conservation(judged, furtherLines, refined, quarantined, repeated),
            TreeMap.ofAll((Map<String, Long>) staying),
            warnings.warnings(),
            io.vavr.collection.List.empty())
        .judgingAgain(judged);
  }

  private static long size(Map<Integer, RowLines> released) {
    return released.values().stream().mapToLong(RowLines::size).sum();
  }
}
