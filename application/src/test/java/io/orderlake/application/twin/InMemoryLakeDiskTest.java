package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeDiskContract;
import io.orderlake.domain.lake.LakeDisk;

class InMemoryLakeDiskTest extends LakeDiskContract {
  @Override
  protected LakeDisk open() {
    return new InMemoryLakeDisk();
  }

  @Override
  protected LakeDisk ofNothing() {
    InMemoryLakeDisk disk = new InMemoryLakeDisk();
    disk.set(null);
    return disk;
  }
}
