package io.orderlake.domain.feed;

import io.orderlake.domain.order.ContentHash;

/**
 * Counts rows of equal content. Holds 12 to 24 bytes for each content that was met: hashes by their
 * first 8 bytes, of which two are alike once in some billions of feeds.
 */
public final class RowOccurrences {
  /** Most contents that are told apart; some 200 MB. */
  public static final int MOST = 10_000_000;

  private long[] keys = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int used;

  /** True when no further content can be taken. */
  public boolean isFull() {
    return used >= MOST;
  }

  /** How many rows of that content there were, this one included. */
  public int next(ContentHash content) {
    if (used * 10L > keys.length * 7L) {
      grow();
    }
    int at = slot(keys, counts, content.prefix());
    if (counts[at] == 0) {
      keys[at] = content.prefix();
      used++;
    }
    return ++counts[at];
  }

  private static int slot(long[] keys, int[] counts, long key) {
    int mask = keys.length - 1;
    int at = (int) (key ^ (key >>> 32)) & mask;
    while (counts[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int at = slot(keys, counts, oldKeys[i]);
        keys[at] = oldKeys[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
