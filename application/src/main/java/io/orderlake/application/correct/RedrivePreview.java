package io.orderlake.application.correct;

import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.SortedMap;

/**
 * What a redrive would do.
 *
 * @param lake the lake version that was looked at
 * @param ruleSet the version of the rules in force
 * @param judged how many held records were judged
 * @param rows how many would become a Silver row
 * @param duplicates how many would be released as duplicates of what Silver has
 * @param outOfTurn how many pass, but come before the record that Silver keeps under their event id
 * @param staying those that do not pass, by the reason that they were quarantined for
 * @param byCity what the rows would add, by city
 */
public record RedrivePreview(
    LakeVersion lake,
    String ruleSet,
    long judged,
    long rows,
    long duplicates,
    long outOfTurn,
    SortedMap<String, Long> staying,
    SortedMap<String, Revenue> byCity) {

  /** What the rows would add to the revenue of all cities. */
  public Revenue gain() {
    return byCity.values().foldLeft(Revenue.ZERO, Revenue::plus);
  }
}
