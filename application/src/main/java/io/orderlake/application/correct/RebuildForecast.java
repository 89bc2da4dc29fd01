package io.orderlake.application.correct;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;

/**
 * What a rebuild of Silver under the rules in force comes to.
 *
 * @param lake the lake version that was looked at
 * @param ruleSet the version of the rules in force
 * @param after the lake's sums afterwards
 * @param in rows that Silver has not, by what they were quarantined for
 * @param out rows that Silver has no longer, by what stands against them now
 * @param halting how many records break a rule of severity FAIL; the rebuild is refused if any does
 */
public record RebuildForecast(
    LakeVersion lake, String ruleSet, Conservation after, Effect in, Effect out, long halting) {
  /** The reason of a row that says something else now, and goes out and comes in. */
  public static final String CHANGED = "changed";

  /** The reason of a row that repeats, or repeated, another one. */
  public static final String REPEAT = "repeat";

  public boolean losesRows() {
    return out.rows() > 0;
  }
}
