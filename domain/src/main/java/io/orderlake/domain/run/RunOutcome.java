package io.orderlake.domain.run;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunReport;

/**
 * What a successful run leaves.
 *
 * @param report what this run did
 * @param lake the lake version readers see after it: a new one, or the one before when there was
 *     nothing to do
 */
public record RunOutcome(RunReport report, LakeVersion lake) {}
