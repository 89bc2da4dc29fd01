package io.orderlake.adapters.filesystem.lake;

import io.orderlake.domain.lake.LakeDisk;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file system that a lake's directory lies on. */
public final class FileLakeDisk implements LakeDisk {
  private final Path directory;

  /**
   * That of a directory.
   *
   * @param directory has to exist when it is asked about
   */
  public FileLakeDisk(Path directory) {
    this.directory = directory;
  }

  @Override
  public Room now() {
    try {
      FileStore store = Files.getFileStore(directory);
      return new Room(store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException e) {
      throw LakeFailure.of("cannot tell the room on the file system of " + directory + ": " + e, e);
    }
  }
}
