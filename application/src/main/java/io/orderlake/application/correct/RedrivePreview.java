package io.orderlake.application.correct;

import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

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
 * @param released the rows that would come into Silver by release
 * @param rebuild what the rebuild comes to that stands in place of releases, where only one gives
 *     every record its place
 */
public record RedrivePreview(
    LakeVersion lake,
    String ruleSet,
    long judged,
    long rows,
    long duplicates,
    long outOfTurn,
    SortedMap<String, Long> staying,
    Effect released,
    Option<RebuildForecast> rebuild) {

  /** The rows that would come into Silver. */
  public Effect in() {
    return rebuild.map(RebuildForecast::in).getOrElse(released);
  }

  /** The rows that would go out of it. */
  public Effect out() {
    return rebuild.map(RebuildForecast::out).getOrElse(Effect.NONE);
  }

  public boolean losesRows() {
    return out().rows() > 0;
  }
}
