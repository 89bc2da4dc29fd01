package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.order.ContentHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of quarantined records and lines that pass when they are judged again. Asked in
 * Bronze order, so that of several of one event the first is released. One that Bronze has before
 * the line that Silver keeps under its event id would have been first: it stays, and only a rebuild
 * gives it its place. Not safe for several threads.
 */
public final class Releasing {
  private final Map<String, Holder> holders;

  /**
   * Nothing released yet.
   *
   * @param holders by event id, what Silver holds under the ids of the records to come
   */
  public Releasing(Map<String, Holder> holders) {
    this.holders = new HashMap<>(holders);
  }

  /**
   * The line that has an event id.
   *
   * @param order its place in Bronze
   * @param content what it says
   */
  public record Holder(BronzeOrder order, ContentHash content) implements Serializable {
    public static Holder of(RefinedOrder row) {
      return new Holder(row.provenance().order(), row.contentHash());
    }
  }

  /** What becomes of a line that passes. */
  public enum Fate {
    /** It becomes a Silver row. */
    ROW,
    /** Its event is in Silver with the same content: it is a duplicate from now on. */
    DUPLICATE,
    /** Its event id is taken by other content: it is held. */
    STAYS
  }

  /**
   * A line that passes.
   *
   * @param eventId its event's
   * @param line its place and what it says
   */
  public record Claim(String eventId, Holder line) implements Serializable {}

  /**
   * Something that is held, judged again: a record as a whole, which may be taken apart by now, or
   * one line.
   *
   * @param passing the lines that pass, in their order
   * @param refused the reasons of the others, each with the number of lines
   * @param lines how many there are in all
   */
  public record Held(List<Claim> passing, Map<String, Long> refused, int lines)
      implements Serializable {
    /**
     * What judging it again came to.
     *
     * @param judged its record
     * @param line which of its lines is held
     */
    public static Held of(Judgement judged, int line) {
      ArrayList<Claim> passing = new ArrayList<>();
      HashMap<String, Long> refused = new HashMap<>();
      List<Verdict> verdicts = judged.heldAt(line);
      for (Verdict verdict : verdicts) {
        if (verdict instanceof Verdict.Accepted accepted) {
          passing.add(new Claim(accepted.order().eventId(), Holder.of(accepted.order())));
        } else if (verdict instanceof Verdict.Rejected rejected) {
          rejected.codes().forEach(code -> refused.merge(code, 1L, Long::sum));
        }
      }
      return new Held(passing, refused, verdicts.size());
    }

    /** Whether anything of it passes. */
    public boolean passes() {
      return !passing.isEmpty();
    }

    /** Where the first of its lines that pass stands. */
    public BronzeOrder order() {
      return passing.get(0).line().order();
    }
  }

  /**
   * What becomes of something that is held. Its lines are released together: those that become a
   * row or a duplicate are held no longer, and all others are held by themselves from then on.
   *
   * @param isOutOfTurn it stays because one of its lines would have been first
   * @param fates of the lines that pass, in their order; nothing when it stays as it is
   */
  public record Decision(boolean isOutOfTurn, List<Fate> fates) {
    public boolean isReleased() {
      return !fates.isEmpty();
    }
  }

  /** What becomes of the next one of which something passes. */
  public Decision decide(Held held) {
    boolean isOutOfTurn = held.passing().stream().anyMatch(this::isOutOfTurn);
    if (isOutOfTurn) {
      return new Decision(true, List.of());
    }
    List<Fate> fates = held.passing().stream().map(this::next).toList();
    return new Decision(
        false, fates.contains(Fate.ROW) || fates.contains(Fate.DUPLICATE) ? fates : List.of());
  }

  private boolean isOutOfTurn(Claim claim) {
    Holder holder = holders.get(claim.eventId());
    return holder != null && claim.line().order().compareTo(holder.order()) < 0;
  }

  private Fate next(Claim claim) {
    Holder holder = holders.get(claim.eventId());
    return switch (Admission.of(holder == null ? null : holder.content(), claim.line().content())) {
      case FIRST -> {
        holders.put(claim.eventId(), claim.line());
        yield Fate.ROW;
      }
      case DUPLICATE -> Fate.DUPLICATE;
      case CONFLICT -> Fate.STAYS;
    };
  }
}
