package io.orderlake.adapters.delta.lake;

import io.delta.kernel.internal.SnapshotImpl;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;

/** The layout that a stored table has, held against the one that the program knows. */
final class StoredLayout {
  private StoredLayout() {}

  /**
   * Refuses a table of a newer layout than the known one.
   *
   * @throws LakeFailure when it is newer
   */
  static void requireKnown(SnapshotImpl snapshot, LayoutVersion known, String path) {
    String property = snapshot.getMetadata().getConfiguration().get(LayoutVersion.PROPERTY);
    LayoutVersion.stored(property, path).requireAtMost(known, path);
  }
}
