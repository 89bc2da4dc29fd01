package io.orderlake.domain.lake;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** How much each table takes on disk, by what its log says. */
public interface TableSizes {
  /**
   * The size of a table's newest version; older versions may need files beside these.
   *
   * @param version the table's version
   * @param files how many data files it has
   * @param bytes how many bytes they have
   * @param smallFiles how many of the files are small for {@link SmallFiles#USUAL}
   */
  record Size(long version, long files, long bytes, long smallFiles) {
    /** That of a version with files of those sizes. */
    public static Size of(long version, Seq<Long> bytes) {
      return new Size(
          version, bytes.size(), bytes.sum().longValue(), bytes.count(SmallFiles.USUAL::isSmall));
    }
  }

  /**
   * The table's size now; none when there is no such table yet.
   *
   * @throws LakeFailure when the table's log cannot be read
   */
  Option<Size> now(TableId table);
}
