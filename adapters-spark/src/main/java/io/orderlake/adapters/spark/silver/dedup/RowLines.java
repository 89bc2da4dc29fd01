package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.domain.bronze.BronzeOrder;
import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;

/** Some records of a file, by their rows, and some lines of others. */
public final class RowLines implements Serializable {
  private static final long serialVersionUID = 1;

  /** None at all; not to be added to. */
  public static final RowLines NONE = new RowLines();

  private final BitSet whole = new BitSet();
  private final HashMap<Integer, BitSet> lines = new HashMap<>();

  /** Adds a line of a row's record, or {@link BronzeOrder#WHOLE_RECORD}. */
  public void add(int row, int line) {
    if (line == BronzeOrder.WHOLE_RECORD) {
      whole.set(row);
    } else {
      lines.computeIfAbsent(row, absent -> new BitSet()).set(line);
    }
  }

  /** Whether that line, or the record as a whole, is among them. */
  public boolean has(int row, int line) {
    if (line == BronzeOrder.WHOLE_RECORD) {
      return whole.get(row);
    }
    BitSet some = lines.get(row);
    return some != null && some.get(line);
  }

  /** Whether any line of the row's record, or the record as a whole, is among them. */
  public boolean hasAny(int row) {
    return whole.get(row) || lines.containsKey(row);
  }

  /** How many there are. */
  public long size() {
    return whole.cardinality() + lines.values().stream().mapToLong(BitSet::cardinality).sum();
  }
}
