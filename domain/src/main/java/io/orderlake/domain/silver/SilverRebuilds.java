package io.orderlake.domain.silver;

/** Builds Silver and Quarantine anew, out of nothing, beside the present ones. */
@FunctionalInterface
public interface SilverRebuilds {
  /**
   * Begins a rebuild. One that was broken off under the same rules is gone on with; one under other
   * rules is dropped.
   *
   * @param ruleSet the version of the rules that the records will be judged by
   * @throws io.orderlake.domain.lake.LakeFailure when a table or its store fails
   */
  SilverRebuild open(String ruleSet);
}
