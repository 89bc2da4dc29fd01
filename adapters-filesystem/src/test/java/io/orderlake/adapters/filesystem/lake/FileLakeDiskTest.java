package io.orderlake.adapters.filesystem.lake;

import io.orderlake.application.contract.LakeDiskContract;
import io.orderlake.domain.lake.LakeDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileLakeDiskTest extends LakeDiskContract {
  @TempDir Path directory;

  @Override
  protected LakeDisk open() {
    return new FileLakeDisk(directory);
  }

  @Override
  protected LakeDisk ofNothing() {
    return new FileLakeDisk(directory.resolve("not-there"));
  }
}
