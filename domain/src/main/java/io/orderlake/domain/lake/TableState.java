package io.orderlake.domain.lake;

/**
 * Where one table stands.
 *
 * @param version the table's own Delta version, from 0
 * @param position how far the table has read the stream before it: for Silver and Quarantine the
 *     Bronze version, for Gold the Silver version, for Bronze its last ingest sequence; {@link
 *     #NOTHING_READ} before the first
 */
public record TableState(long version, long position) {
  public static final long NOTHING_READ = -1;

  public TableState {
    if (version < 0 || position < NOTHING_READ) {
      throw new IllegalArgumentException(
          "a table state needs version >= 0 and position >= -1, not " + version + "/" + position);
    }
  }
}
