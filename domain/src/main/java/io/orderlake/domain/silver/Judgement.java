package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one Bronze record: a verdict on it as a whole, or one on each of the
 * lines that it was taken apart into.
 *
 * @param isTakenApart whether the verdicts are on lines
 * @param verdicts at least one; of lines in their order, the first one of line 0
 */
public record Judgement(boolean isTakenApart, List<Verdict> verdicts) {
  /** Of a record that is not, or cannot be, taken apart. */
  public static Judgement whole(Verdict verdict) {
    return new Judgement(false, List.of(verdict));
  }

  /** The verdict on a record that was not taken apart. */
  public Verdict whole() {
    return verdicts.get(0);
  }

  /**
   * The places that the verdicts are on, in their order.
   *
   * @param record the record's
   */
  public List<BronzeOrder> places(BronzeOrder record) {
    return isTakenApart
        ? IntStream.range(0, verdicts.size()).mapToObj(record::ofLine).toList()
        : List.of(record);
  }

  /** The verdict on that line; null when the record has no such line. */
  public @Nullable Verdict on(int line) {
    boolean has =
        isTakenApart ? line >= 0 && line < verdicts.size() : line == BronzeOrder.WHOLE_RECORD;
    return has ? verdicts.get(Math.max(0, line)) : null;
  }

  /**
   * What becomes of something that was held under that line: the line's verdict, or all of the
   * record's where it was held as a whole; nothing when the record has no such line any more.
   */
  public List<Verdict> heldAt(int line) {
    if (line == BronzeOrder.WHOLE_RECORD) {
      return verdicts;
    }
    Verdict verdict = on(line);
    return verdict == null ? List.of() : List.of(verdict);
  }

  /** The places that {@link #heldAt}'s verdicts are on. */
  public List<BronzeOrder> placesHeldAt(BronzeOrder record, int line) {
    return line == BronzeOrder.WHOLE_RECORD ? places(record) : List.of(record.ofLine(line));
  }

  /** How many lines there are beside the first. */
  public int furtherLines() {
    return verdicts.size() - 1;
  }
}
