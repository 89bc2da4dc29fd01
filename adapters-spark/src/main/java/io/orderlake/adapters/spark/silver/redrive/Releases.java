package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.silver.dedup.RowLines;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.Releasing;
import io.vavr.collection.TreeMap;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of the held is released, and as what. */
final class Releases implements Serializable {
  private static final long serialVersionUID = 1;

  /** What is held no longer as it was. */
  private final HashMap<Integer, RowLines> released = new HashMap<>();

  private final HashMap<Integer, RowLines> rows = new HashMap<>();
  private final HashMap<Integer, RowLines> duplicates = new HashMap<>();

  /** Lines of records that are taken apart now, whose events others have. */
  private final HashMap<Integer, RowLines> conflicts = new HashMap<>();

  private final HashMap<String, Long> staying = new HashMap<>();
  private long judged;
  private long furtherLines;
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
        .sorted(Comparator.comparing(held -> held.again().order()))
        .forEach(held -> releases.take(held, releasing));
    return releases;
  }

  private void take(JudgedAgain.Held held, Releasing releasing) {
    Releasing.Held again = held.again();
    Releasing.Decision decision = releasing.decide(again);
    outOfTurn += decision.isOutOfTurn() ? 1 : 0;
    if (!decision.isReleased()) {
      held.codes().forEach(code -> staying.merge(code, 1L, Long::sum));
      return;
    }
    note(released, held, again.order().line());
    furtherLines += again.lines() - 1;
    again.refused().forEach((code, count) -> staying.merge(code, count, Long::sum));
    for (int i = 0; i < again.passing().size(); i++) {
      note(held, again.passing().get(i).line().order().line(), decision.fates().get(i));
    }
  }

  private void note(JudgedAgain.Held held, int line, Releasing.Fate fate) {
    switch (fate) {
      case ROW -> note(rows, held, line);
      case DUPLICATE -> note(duplicates, held, line);
      case STAYS -> {
        note(conflicts, held, line);
        staying.merge(OrderRules.DUPLICATE_CONFLICT, 1L, Long::sum);
      }
    }
  }

  private static void note(Map<Integer, RowLines> files, JudgedAgain.Held held, int line) {
    files.computeIfAbsent(held.file(), file -> new RowLines()).add(held.row(), line);
  }

  /** True when the file has something that is released. */
  boolean isIn(int file) {
    return released.containsKey(file);
  }

  /** True when what that row holds is released, be it as lines of which some are held again. */
  boolean isReleased(int file, int row) {
    return of(released, file).hasAny(row);
  }

  boolean isRow(int file, int row, int line) {
    return of(rows, file).has(row, line);
  }

  /** True for a line that is held from now on, because another has its event. */
  boolean isConflict(int file, int row, int line) {
    return of(conflicts, file).has(row, line);
  }

  private static RowLines of(Map<Integer, RowLines> files, int file) {
    return files.getOrDefault(file, RowLines.NONE);
  }

  long outOfTurn() {
    return outOfTurn;
  }

  boolean isNothing() {
    return released.isEmpty();
  }

  /**
   * The counts of all that was judged.
   *
   * @param warnings of those that become a row
   */
  RefinementCounts counts(RefinementCounts warnings) {
    long refined = size(rows);
    long repeated = size(duplicates);
    long quarantined = judged + furtherLines - refined - repeated;
    return new RefinementCounts(
            new Conservation(judged, furtherLines, refined, quarantined, repeated),
            TreeMap.ofAll((Map<String, Long>) staying),
            warnings.warnings(),
            io.vavr.collection.List.empty())
        .judgingAgain(judged);
  }

  private static long size(Map<Integer, RowLines> released) {
    return released.values().stream().mapToLong(RowLines::size).sum();
  }
}
