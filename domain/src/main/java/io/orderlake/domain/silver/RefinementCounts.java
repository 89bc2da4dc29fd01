package io.orderlake.domain.silver;

import io.orderlake.domain.lake.Conservation;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/**
 * What refining one range came to. A monoid: the counts of two ranges add up to those of both.
 *
 * @param conservation read as Bronze's log counts it; the rest as the refining counted it
 * @param quarantinedByReason records by reason code; a record with two reasons counts under both
 * @param warnings accepted records by warning code
 * @param judgedByRuleSet records read, by the version of the rules that judged them
 * @param halts the first few records that broke a rule of severity FAIL, each as a sentence
 */
public record RefinementCounts(
    Conservation conservation,
    SortedMap<String, Long> quarantinedByReason,
    SortedMap<String, Long> warnings,
    SortedMap<String, Long> judgedByRuleSet,
    List<String> halts) {
  /** How many halting records are kept by name. */
  public static final int HALTS_KEPT = 5;

  public static final RefinementCounts ZERO =
      new RefinementCounts(Conservation.ZERO, TreeMap.empty(), TreeMap.empty(), List.empty());

  /** Counts of which nobody says yet whose rules they come from. */
  public RefinementCounts(
      Conservation conservation,
      SortedMap<String, Long> quarantinedByReason,
      SortedMap<String, Long> warnings,
      List<String> halts) {
    this(conservation, quarantinedByReason, warnings, TreeMap.empty(), halts);
  }

  /** The same, all of it judged by that version of the rules. */
  public RefinementCounts judgedBy(String ruleSet) {
    return new RefinementCounts(
        conservation,
        quarantinedByReason,
        warnings,
        conservation.read() == 0 ? TreeMap.empty() : TreeMap.of(ruleSet, conservation.read()),
        halts);
  }

  public RefinementCounts plus(RefinementCounts other) {
    return new RefinementCounts(
        conservation.plus(other.conservation),
        quarantinedByReason.merge(other.quarantinedByReason, Math::addExact),
        warnings.merge(other.warnings, Math::addExact),
        judgedByRuleSet.merge(other.judgedByRuleSet, Math::addExact),
        halts.appendAll(other.halts).take(HALTS_KEPT));
  }
}
