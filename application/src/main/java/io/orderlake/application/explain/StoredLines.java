package io.orderlake.application.explain;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What the tables hold of some records and their lines, by where these come from.
 *
 * @param rows of Silver
 * @param quarantined of the quarantine, released or not
 * @param released those that are no longer held
 */
record StoredLines(
    Map<LinePosition, Vector<RefinedOrder>> rows,
    Map<LinePosition, Vector<QuarantinedRecord>> quarantined,
    Set<LinePosition> released) {

  Option<RefinedOrder> row(LinePosition position) {
    return rows.get(position).flatMap(Vector::headOption);
  }

  /** The event ids that the rows have. */
  Set<String> eventIds() {
    return rows.values().flatMap(of -> of).map(RefinedOrder::eventId).toSet();
  }

  Vector<QuarantinedRecord> quarantined(LinePosition position) {
    return quarantined.getOrElse(position, Vector.empty());
  }

  boolean isReleased(LinePosition position) {
    return released.contains(position);
  }

  /**
   * The lines of the record that are stored.
   *
   * @param isTakenApart whether it has lines today: then it may have been held as a whole before,
   *     and released as these
   */
  SortedSet<Integer> lines(SourcePosition source, boolean isTakenApart) {
    return TreeSet.ofAll(
        rows.keySet()
            .addAll(quarantined.keySet())
            .filter(position -> position.source().equals(source))
            .reject(position -> isTakenApart && isWhole(position) && isReleased(position))
            .map(LinePosition::line));
  }

  /** Whether something of the record was decided by other rules, and still stands. */
  boolean isDecidedBefore(SourcePosition source, String ruleSet) {
    return rows.exists(
            row ->
                row._1.source().equals(source)
                    && !row._2.head().provenance().ruleSet().equals(ruleSet))
        || quarantined.exists(
            held ->
                held._1.source().equals(source)
                    && !isReleased(held._1)
                    && !held._2.last().ruleSet().equals(ruleSet));
  }

  private static boolean isWhole(LinePosition position) {
    return position.line() == BronzeOrder.WHOLE_RECORD;
  }
}
