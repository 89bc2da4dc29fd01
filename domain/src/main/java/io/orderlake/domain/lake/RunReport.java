package io.orderlake.domain.lake;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/**
 * What a run did, in counts. A Silver run fills the conservation sums and the reasons, a Gold run
 * the events folded and the cells changed, a run of maintenance its upkeep.
 *
 * @param conservation records read from Bronze and what became of them
 * @param quarantinedByReason records by reason code; a record with two reasons counts under both
 * @param warnings records that passed with that warning, by code; of an audit the orders that it
 *     warns of
 * @param eventsFolded Silver rows that were added to Gold, per Gold table (equal for all of them)
 * @param cellsChanged Gold cells added or changed, by Gold table name
 * @param upkeep files and bytes that maintenance replaced, wrote or removed, by what was done
 * @param judgedByRuleSet records read, by the version of the rules that judged them
 */
public record RunReport(
    Conservation conservation,
    SortedMap<String, Long> quarantinedByReason,
    SortedMap<String, Long> warnings,
    long eventsFolded,
    SortedMap<String, Long> cellsChanged,
    SortedMap<String, Long> upkeep,
    SortedMap<String, Long> judgedByRuleSet) {

  /** A run that was no maintenance. */
  public RunReport(
      Conservation conservation,
      SortedMap<String, Long> quarantinedByReason,
      SortedMap<String, Long> warnings,
      long eventsFolded,
      SortedMap<String, Long> cellsChanged) {
    this(
        conservation,
        quarantinedByReason,
        warnings,
        eventsFolded,
        cellsChanged,
        TreeMap.empty(),
        TreeMap.empty());
  }

  /** The same, its records judged by these rules. */
  public RunReport judgedBy(SortedMap<String, Long> ruleSets) {
    return new RunReport(
        conservation, quarantinedByReason, warnings, eventsFolded, cellsChanged, upkeep, ruleSets);
  }

  public static RunReport nothing() {
    return ofUpkeep(TreeMap.empty());
  }

  /** A run that did nothing but maintenance. */
  public static RunReport ofUpkeep(SortedMap<String, Long> upkeep) {
    return new RunReport(
        Conservation.ZERO,
        TreeMap.empty(),
        TreeMap.empty(),
        0,
        TreeMap.empty(),
        upkeep,
        TreeMap.empty());
  }

  public RunReport plus(RunReport other) {
    return new RunReport(
        conservation.plus(other.conservation),
        quarantinedByReason.merge(other.quarantinedByReason, Math::addExact),
        warnings.merge(other.warnings, Math::addExact),
        Math.addExact(eventsFolded, other.eventsFolded),
        cellsChanged.merge(other.cellsChanged, Math::addExact),
        upkeep.merge(other.upkeep, Math::addExact),
        judgedByRuleSet.merge(other.judgedByRuleSet, Math::addExact));
  }

  /** True when files were replaced, written or removed and nothing else was done. */
  public boolean isUpkeepOnly() {
    return upkeep.nonEmpty() && equals(ofUpkeep(upkeep));
  }

  public boolean isNothing() {
    return equals(nothing());
  }
}
