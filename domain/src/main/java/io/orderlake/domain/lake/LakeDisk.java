package io.orderlake.domain.lake;

/** The room for the lake's files. */
public interface LakeDisk {
  /**
   * Room in bytes.
   *
   * @param free what this user may still use
   * @param size of the whole file system
   */
  record Room(long free, long size) {}

  /**
   * The room there is now.
   *
   * @throws LakeFailure when the file system cannot be asked
   */
  Room now();
}
