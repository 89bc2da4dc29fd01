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
   * @param order its place in Bronze
   * @param isTakenApart whether it was held as a whole and has lines now
   * @param passing the lines that pass, in their order
   * @param refused the reasons of the others, each with the number of lines
   * @param lines how many there are in all
   */
  public record Held(
      BronzeOrder order,
      boolean isTakenApart,
      List<Claim> passing,
      Map<String, Long> refused,
      int lines)
      implements Serializable {
    /**
     * What judging it again came to.
     *
     * @param order its place in Bronze
     * @param judged its record
     */
    public static Held of(BronzeOrder order, Judgement judged) {
      ArrayList<Claim> passing = new ArrayList<>();
      HashMap<String, Long> refused = new HashMap<>();
      List<Verdict> verdicts = judged.heldAt(order.line());
      for (Verdict verdict : verdicts) {
        if (verdict instanceof Verdict.Accepted accepted) {
          passing.add(new Claim(accepted.order().eventId(), Holder.of(accepted.order())));
        } else if (verdict instanceof Verdict.Rejected rejected) {
          rejected.codes().forEach(code -> refused.merge(code, 1L, Long::sum));
        }
      }
      boolean isTakenApart = judged.isTakenApart() && order.line() == BronzeOrder.WHOLE_RECORD;
      return new Held(order, isTakenApart, passing, refused, verdicts.size());
    }

    /** Whether anything may become of it; else it stays as it is. */
    public boolean mayMove() {
      return isTakenApart || !passing.isEmpty();
    }
  }

  /**
   * What becomes of something that is held. Its lines are released together: those that become a
   * row or a duplicate are held no longer, and all others are held by themselves from then on.
   *
   * @param isReleased whether it is held no longer as it was
   * @param isOutOfTurn whether it stays because one of its lines would have been first
   * @param fates of the lines that pass, in their order; nothing when it stays
   */
  public record Decision(boolean isReleased, boolean isOutOfTurn, List<Fate> fates) {
    private static final Decision STAYS = new Decision(false, false, List.of());
    private static final Decision OUT_OF_TURN = new Decision(false, true, List.of());
  }

  /** What becomes of the next one that is held. */
  public Decision decide(Held held) {
    if (held.passing().stream().anyMatch(this::isOutOfTurn)) {
      return Decision.OUT_OF_TURN;
    }
    List<Fate> fates = held.passing().stream().map(this::next).toList();
    return held.isTakenApart() || fates.contains(Fate.ROW) || fates.contains(Fate.DUPLICATE)
        ? new Decision(true, false, fates)
        : Decision.STAYS;
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
