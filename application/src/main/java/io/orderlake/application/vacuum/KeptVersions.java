package io.orderlake.application.vacuum;

import io.orderlake.application.lake.Published;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import java.time.Instant;

/** Finds how far back the lake has to be kept. */
final class KeptVersions {
  private KeptVersions() {}

  /**
   * The oldest version that was the newest one at {@code cutoff} or later: the last that was
   * published before it, or the first of all. Never one that was given up before.
   *
   * @return {@link LakeVersion#empty()} when nothing was published
   */
  static LakeVersion oldest(LakeVersions versions, Instant cutoff) {
    long oldest = versions.oldestKept();
    return Published.lastUpTo(versions, oldest, cutoff)
        .orElse(() -> versions.version(oldest))
        .getOrElse(LakeVersion::empty);
  }
}
