package io.orderlake.domain.silver;

import io.orderlake.domain.lake.Conservation;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * What refining one range, judging the quarantine again, or a rebuild came to. A monoid: the counts
 * of two commits, the earlier one first, add up to those of both; a rebuild leaves nothing of what
 * was counted before it.
 *
 * @param conservation read as Bronze's log counts it, or as many as were judged again (lines, each
 *     for one); the rest as the refining counted it
 * @param quarantinedByReason lines by reason code; a line with two reasons counts under both
 * @param warnings accepted lines by warning code
 * @param judgedByRuleSet records read, by the version of the rules that judged them
 * @param halts the first few records that broke a rule of severity FAIL, each as a sentence
 * @param judgedAgain how many of the records read had been quarantined by an earlier commit
 * @param rebuiltUnder the rule set of the newest rebuild among the commits, whose counts begin with
 *     the first record of Bronze; none when there is no rebuild among them
 */
public record RefinementCounts(
    Conservation conservation,
    SortedMap<String, Long> quarantinedByReason,
    SortedMap<String, Long> warnings,
    SortedMap<String, Long> judgedByRuleSet,
    List<String> halts,
    long judgedAgain,
    Option<String> rebuiltUnder) {
  /** How many halting records are kept by name. */
  public static final int HALTS_KEPT = 5;

  public static final RefinementCounts ZERO =
      new RefinementCounts(Conservation.ZERO, TreeMap.empty(), TreeMap.empty(), List.empty());

  /** Counts of records that are refined for the first time, nobody says yet by whose rules. */
  public RefinementCounts(
      Conservation conservation,
      SortedMap<String, Long> quarantinedByReason,
      SortedMap<String, Long> warnings,
      List<String> halts) {
    this(conservation, quarantinedByReason, warnings, TreeMap.empty(), halts, 0, Option.none());
  }

  public RefinementCounts plus(RefinementCounts later) {
    return later.rebuiltUnder.isDefined()
        ? later
        : new RefinementCounts(
            conservation.plus(later.conservation),
            quarantinedByReason.merge(later.quarantinedByReason, Math::addExact),
            warnings.merge(later.warnings, Math::addExact),
            judgedByRuleSet.merge(later.judgedByRuleSet, Math::addExact),
            halts.appendAll(later.halts).take(HALTS_KEPT),
            Math.addExact(judgedAgain, later.judgedAgain),
            rebuiltUnder);
  }

  /** The same, all of it judged by that version of the rules. */
  public RefinementCounts judgedBy(String ruleSet) {
    return new RefinementCounts(
        conservation,
        quarantinedByReason,
        warnings,
        conservation.read() == 0 ? TreeMap.empty() : TreeMap.of(ruleSet, conservation.read()),
        halts,
        judgedAgain,
        rebuiltUnder);
  }

  /** The same counts, as those of a rebuild under that rule set. */
  public RefinementCounts asRebuilt(String ruleSet) {
    return new RefinementCounts(
        conservation,
        quarantinedByReason,
        warnings,
        judgedByRuleSet,
        halts,
        judgedAgain,
        Option.some(ruleSet));
  }

  /** The same counts, of which so many records had been quarantined before. */
  public RefinementCounts judgingAgain(long records) {
    return new RefinementCounts(
        conservation, quarantinedByReason, warnings, judgedByRuleSet, halts, records, rebuiltUnder);
  }

  /**
   * The conservation sums of the lake after these commits: a record that was judged again is not
   * read twice, and what it is now stands in place of what it was.
   *
   * @param before the sums before them
   */
  public Conservation totals(Conservation before) {
    Conservation counted = rebuiltUnder.isDefined() ? conservation : before.plus(conservation);
    return counted.plus(new Conservation(-judgedAgain, 0, -judgedAgain, 0));
  }
}
