package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.Releasing;
import io.vavr.collection.TreeMap;
import java.io.Serializable;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which held records are released, and as what. */
final class Releases implements Serializable {
  private static final long serialVersionUID = 1;
  private static final BitSet NONE = new BitSet(0);

  private final HashMap<Integer, BitSet> rows = new HashMap<>();
  private final HashMap<Integer, BitSet> duplicates = new HashMap<>();
  private final HashMap<String, Long> staying = new HashMap<>();
  private long judged;
  private long outOfTurn;

  /**
   * Decides in Bronze order.
   *
   * @param holders by event id, what Silver holds
   */
  static Releases among(List<JudgedAgain> judged, Map<String, Releasing.Holder> holders) {
    Releases releases = new Releases();
    for (JudgedAgain part : judged) {
      releases.judged += part.judged();
      part.staying().forEach((code, count) -> releases.staying.merge(code, count, Long::sum));
    }
    Releasing releasing = new Releasing(holders);
    judged.stream()
        .flatMap(part -> part.passing().stream())
        .sorted(Comparator.comparing(passing -> passing.record().order()))
        .forEach(
            passing -> releases.take(passing, releasing.next(passing.eventId(), passing.record())));
    return releases;
  }

  private void take(JudgedAgain.Passing passing, Releasing.Fate fate) {
    switch (fate) {
      case ROW -> note(rows, passing);
      case DUPLICATE -> note(duplicates, passing);
      case OUT_OF_TURN -> {
        outOfTurn++;
        stay(passing);
      }
      case STAYS -> stay(passing);
    }
  }

  private void stay(JudgedAgain.Passing passing) {
    passing.codes().forEach(code -> staying.merge(code, 1L, Long::sum));
  }

  private static void note(Map<Integer, BitSet> released, JudgedAgain.Passing passing) {
    released.computeIfAbsent(passing.file(), file -> new BitSet()).set(passing.row());
  }

  /** True when the file has a record that is released. */
  boolean isIn(int file) {
    return rows.containsKey(file) || duplicates.containsKey(file);
  }

  boolean isRow(int file, int row) {
    return rows.getOrDefault(file, NONE).get(row);
  }

  boolean isDuplicate(int file, int row) {
    return duplicates.getOrDefault(file, NONE).get(row);
  }

  long outOfTurn() {
    return outOfTurn;
  }

  boolean isNothing() {
    return rows.isEmpty() && duplicates.isEmpty();
  }

  /**
   * The counts of all that was judged.
   *
   * @param warnings of those that become a row
   */
  RefinementCounts counts(RefinementCounts warnings) {
    long refined = cardinality(rows);
    long repeated = cardinality(duplicates);
    return new RefinementCounts(
            new Conservation(judged, refined, judged - refined - repeated, repeated),
            TreeMap.ofAll((Map<String, Long>) staying),
            warnings.warnings(),
            io.vavr.collection.List.empty())
        .judgingAgain(judged);
  }

  private static long cardinality(Map<Integer, BitSet> released) {
    return released.values().stream().mapToLong(BitSet::cardinality).sum();
  }
}
