package io.orderlake.application.explain;

import io.orderlake.domain.lake.LakeVersion;

/**
 * Since when the lake accounts for a record.
 *
 * @param lake the first lake version that does, with the run that published it
 * @param orEarlier true when those before it were given up, so that it may not be the first
 */
public record FirstRead(LakeVersion lake, boolean orEarlier) {}
