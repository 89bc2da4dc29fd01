package io.orderlake.application.twin;

import io.orderlake.domain.lake.LakeDisk;
import io.orderlake.domain.lake.LakeFailure;
import org.jspecify.annotations.Nullable;

/** A disk of one terabyte, half of it free until a test says otherwise; or none at all. */
public final class InMemoryLakeDisk implements LakeDisk {
  private volatile @Nullable Room room = new Room(500_000_000_000L, 1_000_000_000_000L);

  /** Sets what there is; null for no disk. */
  public void set(@Nullable Room now) {
    room = now;
  }

  @Override
  public Room now() {
    Room now = room;
    if (now == null) {
      throw LakeFailure.lasting("there is no disk in memory");
    }
    return now;
  }
}
