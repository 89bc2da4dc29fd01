package io.orderlake.domain.lake;

/**
 * Room for work that would not fit into memory: piles of entries of one size, sorted into bins.
 * What is put there is nobody else's and outlives neither its pile nor, for longer than until the
 * next one is opened, its process.
 *
 * <p>Every method throws {@link LakeFailure} when the room cannot be written or read.
 */
public interface Scratch {
  /**
   * An empty pile.
   *
   * @param entryBytes the size of every entry
   * @param bins how many bins it has, 1 or more
   */
  Spill open(int entryBytes, int bins);

  /** Entries in bins. First all of them are added, then each bin is read. */
  interface Spill extends AutoCloseable {
    /**
     * Adds one entry; callable by several threads at once.
     *
     * @param bin which, from 0
     * @param entry its bytes, copied before the method returns
     */
    void add(int bin, byte[] entry);

    /**
     * A bin's entries, one behind the other, in no particular order.
     *
     * @throws LakeFailure also when they are not what was added
     */
    byte[] read(int bin);

    /** Throws the entries away; idempotent. */
    @Override
    void close();
  }
}
