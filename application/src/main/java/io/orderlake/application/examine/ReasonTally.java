package io.orderlake.application.examine;

import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.List;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Counts the rules that are broken and keeps the first examples of each. Not for several threads.
 *
 * @param <E> what is kept of an example
 */
public final class ReasonTally<E> {
  private record Reason(String code, String field) {}

  private static final class Seen<T> {
    private final java.util.List<T> examples = new ArrayList<>();
    private long count;
  }

  private final int most;
  private final Map<Reason, Seen<E>> seen = new LinkedHashMap<>();

  /**
   * Counts nothing yet.
   *
   * @param most so many examples of each are kept
   */
  public ReasonTally(int most) {
    this.most = most;
  }

  /**
   * Counts each rule that is broken, once for each field.
   *
   * @param field the field that a reason is counted under; always empty to count by rule alone
   * @param example of a reason; asked only where it is kept
   */
  public void see(
      Verdict.Rejected rejected,
      Function<QuarantineReason, String> field,
      Function<QuarantineReason, E> example) {
    Set<Reason> once = new HashSet<>();
    for (QuarantineReason reason : rejected.reasons()) {
      Reason key = new Reason(reason.code(), field.apply(reason));
      if (once.add(key)) {
        Seen<E> of = seen.computeIfAbsent(key, unused -> new Seen<>());
        of.count++;
        if (of.examples.size() < most) {
          of.examples.add(example.apply(reason));
        }
      }
    }
  }

  /** The most frequent first, and of those alike the one that was met first. */
  public List<ReasonCount<E>> byCount() {
    return List.ofAll(seen.entrySet())
        .map(
            entry ->
                new ReasonCount<>(
                    entry.getKey().code(),
                    entry.getKey().field(),
                    entry.getValue().count,
                    List.ofAll(entry.getValue().examples)))
        .sortBy(reason -> -reason.count());
  }
}
