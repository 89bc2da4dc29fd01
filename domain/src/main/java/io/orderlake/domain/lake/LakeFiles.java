package io.orderlake.domain.lake;

import io.vavr.collection.Seq;

/** Says which files hold a table's rows at one version, for programs that read them themselves. */
public interface LakeFiles {
  /**
   * A data file.
   *
   * @param address where it lies: a path of this machine, or else a URI
   * @param bytes how many it has
   */
  record StoredFile(String address, long bytes) {}

  /**
   * The files whose rows, and no others, are the table's at that version, in no particular order.
   * Opens none of them. The partition column's value is in the directory's name alone, as Hive has
   * it.
   *
   * @param version the table's version, from a published lake version
   * @throws LakeFailure when the table cannot be read at that version
   */
  Seq<StoredFile> files(TableId table, long version);
}
