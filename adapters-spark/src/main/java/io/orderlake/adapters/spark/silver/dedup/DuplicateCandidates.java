package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.domain.order.ContentHash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records of a range that may be duplicates: their event id may occur more than once in the
 * range, Silver holds it, or a cancellation waits for it. All others are surely the first to speak
 * of their event.
 *
 * @param rows by the file's number, the suspect rows in ascending order
 * @param held by the event id's key, the content that Silver holds under it
 */
record DuplicateCandidates(Map<Integer, int[]> rows, Map<String, ContentHash> held) {

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Finds them.
   *
   * @param awaited the keys of the event ids that cancellations wait for
   */
  static DuplicateCandidates among(
      List<ScannedIds> scanned, DedupIndex.Lookup lookup, Set<String> awaited) {
    Set<Long> repeated = repeated(scanned);
    Map<String, ContentHash> held = new ConcurrentHashMap<>();
    Map<Integer, int[]> rows = new ConcurrentHashMap<>();
    scanned.parallelStream()
        .forEach(
            ids -> {
              int[] suspect = new int[ids.lines()];
              int count = 0;
              for (int line = 0; line < ids.lines(); line++) {
                if (!ids.isMissing(line)
                    && (isHeld(ids.id(line), lookup, held)
                        || repeated.contains(ids.hash(line))
                        || (!awaited.isEmpty() && awaited.contains(IdKey.text(ids.id(line)))))) {
                  int row = ids.row(line);
                  boolean isNew = count == 0 || suspect[count - 1] != row;
                  suspect[count] = row;
                  count += isNew ? 1 : 0;
                }
              }
              if (count > 0) {
                rows.put(ids.file(), Arrays.copyOf(suspect, count));
              }
            });
    return new DuplicateCandidates(new TreeMap<>(rows), new HashMap<>(held));
  }

  private static boolean isHeld(
      byte[] id, DedupIndex.Lookup lookup, Map<String, ContentHash> held) {
    ContentHash content = lookup.contentOf(id);
    if (content != null) {
      held.put(IdKey.text(id), content);
    }
    return content != null;
  }

  /** The hashes that more than one line has. */
  private static Set<Long> repeated(List<ScannedIds> scanned) {
    long[] hashes = new long[scanned.stream().mapToInt(ScannedIds::lines).sum()];
    int count = 0;
    for (ScannedIds ids : scanned) {
      for (int line = 0; line < ids.lines(); line++) {
        if (!ids.isMissing(line)) {
          hashes[count++] = ids.hash(line);
        }
      }
    }
    Arrays.parallelSort(hashes, 0, count);
    Set<Long> repeated = new HashSet<>();
    for (int i = 1; i < count; i++) {
      if (hashes[i] == hashes[i - 1]) {
        repeated.add(hashes[i]);
      }
    }
    return repeated;
  }
}
