package io.orderlake.domain.serve;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What tells one lake from another, wherever its directory lies: the run that published its first
 * version, and when. Lake versions are kept for ever, so a lake has the same origin for ever; a
 * copy of a lake has that of the lake.
 *
 * @param run of lake version 1
 * @param at when it was published, to the microsecond
 */
public record LakeOrigin(RunId run, Instant at) {
  public LakeOrigin {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * The origin of the lake that this is the first version of.
   *
   * @throws IllegalArgumentException when it is another version
   */
  public static LakeOrigin of(LakeVersion first) {
    if (first.number() != 1) {
      throw new IllegalArgumentException("a lake's origin is its version 1, not " + first.number());
    }
    return new LakeOrigin(first.publishedBy(), first.publishedAt());
  }

  /** As people read it, e.g. {@code the lake that run gold-1 began at 2026-11-22T10:00:00Z}. */
  @Override
  public String toString() {
    return "the lake that run " + run + " began at " + at;
  }
}
