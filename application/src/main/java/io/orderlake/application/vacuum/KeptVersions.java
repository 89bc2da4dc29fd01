package io.orderlake.application.vacuum;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import java.time.Instant;

/** Finds how far back the lake has to be kept. */
final class KeptVersions {
  private KeptVersions() {}

  /**
   * The oldest version that was the newest one at {@code cutoff} or later: the last that was
   * published before it, or the first of all. Never one that was given up before. Costs a look at a
   * few versions, however many there are.
   *
   * @return {@link LakeVersion#empty()} when nothing was published
   */
  static LakeVersion oldest(LakeVersions versions, Instant cutoff) {
    LakeVersion newest = versions.latest();
    long low = Math.min(versions.oldestKept(), newest.number());
    long high = newest.number();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (published(versions, middle).publishedAt().isAfter(cutoff)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return newest.isEmpty() ? newest : published(versions, low);
  }

  private static LakeVersion published(LakeVersions versions, long number) {
    return versions.version(number).get();
  }
}
