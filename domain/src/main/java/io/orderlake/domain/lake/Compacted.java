package io.orderlake.domain.lake;

/**
 * What rewriting small files came to. A monoid.
 *
 * @param filesBefore files that were replaced
 * @param filesAfter files that stand for them
 * @param records rows they hold, the same before and after
 * @param bytesBefore size of the files replaced
 * @param bytesAfter size of the files that stand for them
 */
public record Compacted(
    long filesBefore, long filesAfter, long records, long bytesBefore, long bytesAfter) {
  public static final Compacted NOTHING = new Compacted(0, 0, 0, 0, 0);

  public Compacted plus(Compacted other) {
    return new Compacted(
        filesBefore + other.filesBefore,
        filesAfter + other.filesAfter,
        records + other.records,
        bytesBefore + other.bytesBefore,
        bytesAfter + other.bytesAfter);
  }

  /** True when there was nothing left to rewrite. */
  public boolean isNothing() {
    return filesBefore == 0;
  }
}
