package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.Admission;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Which valid lines of a range are not the first of their event, which of its cancellations take
 * back an order, and which that waited do so now.
 */
public final class Refused implements Serializable {
  private static final long serialVersionUID = 2;

  private final HashMap<Integer, RowLines> duplicates = new HashMap<>();
  private final HashMap<Integer, RowLines> conflicts = new HashMap<>();

  /** Cancellations that become a row. */
  private final HashMap<Integer, RowLines> withdrawing = new HashMap<>();

  /** Cancellations that wait no longer, with what becomes of each. */
  private final HashMap<Claim, Admission> released = new HashMap<>();

  private Withdrawals withdrawals = Withdrawals.none();

  void note(Claim claim, Admission admission) {
    switch (admission) {
      case FIRST -> {
        if (claim.waits()) {
          released.put(claim, admission);
        } else if (claim.cancels()) {
          note(withdrawing, claim);
        }
      }
      case DUPLICATE -> {
        if (claim.waits()) {
          released.put(claim, admission);
        } else {
          note(duplicates, claim);
        }
      }
      case CONFLICT -> note(conflicts, claim);
      case WAITS -> {} // as any cancellation that nothing is noted of
    }
  }

  private static void note(Map<Integer, RowLines> files, Claim claim) {
    files
        .computeIfAbsent(claim.file(), file -> new RowLines())
        .add(claim.row(), claim.order().line());
  }

  Refused withdrawing(Withdrawals found) {
    withdrawals = found;
    return this;
  }

  /** What takes back the orders that are cancelled. */
  public Withdrawals withdrawals() {
    return withdrawals;
  }

  /** The cancellations that wait no longer, and whether they become a row or say it again. */
  public Map<Claim, Admission> released() {
    return released;
  }

  /** Looks into one file's rows. */
  public OfFile of(InputFile input) {
    return new OfFile(
        duplicates.getOrDefault(input.number(), RowLines.NONE),
        conflicts.getOrDefault(input.number(), RowLines.NONE),
        withdrawing.getOrDefault(input.number(), RowLines.NONE));
  }

  /**
   * The lines of one file of which something is noted.
   *
   * @param duplicates lines that say what is said of their event already
   * @param conflicts lines whose event is there with other content
   * @param withdrawing cancellations that become a row
   */
  public record OfFile(RowLines duplicates, RowLines conflicts, RowLines withdrawing) {
    /** What becomes of an order, if it is valid: a line of the row's record, or all of that. */
    public Admission ofOrder(int row, int line) {
      return duplicates.has(row, line)
          ? Admission.DUPLICATE
          : conflicts.has(row, line) ? Admission.CONFLICT : Admission.FIRST;
    }

    /** What becomes of a valid cancellation; likewise. */
    public Admission ofCancellation(int row, int line) {
      return withdrawing.has(row, line)
          ? Admission.FIRST
          : duplicates.has(row, line) ? Admission.DUPLICATE : Admission.WAITS;
    }
  }
}
