package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.ContentHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which valid records of a range are not the first of their event. */
public final class Refused implements Serializable {
  private static final long serialVersionUID = 1;
  private static final BitSet NONE = new BitSet(0);

  private final HashMap<Integer, BitSet> duplicates = new HashMap<>();
  private final HashMap<Integer, BitSet> conflicts = new HashMap<>();

  private Refused() {}

  static Refused nothing() {
    return new Refused();
  }

  /**
   * Decides in Bronze order.
   *
   * @param held by the event id's key, the content that Silver holds
   */
  static Refused among(List<Claim> claims, Map<String, ContentHash> held) {
    List<Claim> inOrder = new ArrayList<>(claims);
    inOrder.sort(Comparator.comparing(Claim::order));
    Map<String, ContentHash> taken = new HashMap<>(held);
    Refused refused = new Refused();
    for (Claim claim : inOrder) {
      switch (Admission.of(taken.get(claim.eventId()), claim.content())) {
        case FIRST -> taken.put(claim.eventId(), claim.content());
        case DUPLICATE -> note(refused.duplicates, claim);
        case CONFLICT -> note(refused.conflicts, claim);
      }
    }
    return refused;
  }

  private static void note(Map<Integer, BitSet> rows, Claim claim) {
    rows.computeIfAbsent(claim.file(), file -> new BitSet()).set(claim.row());
  }

  /** Looks into one file's rows. */
  public OfFile of(InputFile input) {
    return new OfFile(
        duplicates.getOrDefault(input.number(), NONE),
        conflicts.getOrDefault(input.number(), NONE));
  }

  /**
   * The refused rows of one file.
   *
   * @param duplicates rows whose event is there already
   * @param conflicts rows whose event is there with other content
   */
  public record OfFile(BitSet duplicates, BitSet conflicts) {
    /** What becomes of the row, if its record is valid. */
    public Admission admission(int row) {
      return duplicates.get(row)
          ? Admission.DUPLICATE
          : conflicts.get(row) ? Admission.CONFLICT : Admission.FIRST;
    }
  }
}
