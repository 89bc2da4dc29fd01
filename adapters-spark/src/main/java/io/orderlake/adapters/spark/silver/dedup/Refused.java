package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.Admission;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which valid lines of a range are not the first of their event. */
public final class Refused implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashMap<Integer, RowLines> duplicates = new HashMap<>();
  private final HashMap<Integer, RowLines> conflicts = new HashMap<>();

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

  private static void note(Map<Integer, RowLines> files, Claim claim) {
    files
        .computeIfAbsent(claim.file(), file -> new RowLines())
        .add(claim.row(), claim.order().line());
  }

  /** Looks into one file's rows. */
  public OfFile of(InputFile input) {
    return new OfFile(
        duplicates.getOrDefault(input.number(), RowLines.NONE),
        conflicts.getOrDefault(input.number(), RowLines.NONE));
  }

  /**
   * The refused lines of one file.
   *
   * @param duplicates lines whose event is there already
   * @param conflicts lines whose event is there with other content
   */
  public record OfFile(RowLines duplicates, RowLines conflicts) {
    /** What becomes of the row's record, if it is valid and not taken apart. */
    public Admission admission(int row) {
      return admission(row, BronzeOrder.WHOLE_RECORD);
    }

    /** What becomes of a line of the row's record, if it is valid. */
    public Admission admission(int row, int line) {
      return duplicates.has(row, line)
          ? Admission.DUPLICATE
          : conflicts.has(row, line) ? Admission.CONFLICT : Admission.FIRST;
    }
  }
}
