package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.order.ContentHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of quarantined records and lines that pass when they are judged again. Decided in
 * Bronze order, so that of several of one event the first is released, and cancellations after
 * orders, since one may come before its event. One that Bronze has before the line that Silver
 * keeps under its event id would have been first: it stays, and only a rebuild gives it its place.
 */
public final class Releasing {
  private final Map<String, Holder> holders = new HashMap<>();
  private final Map<String, Holder> withdrawals = new HashMap<>();

  private Releasing(Collection<RefinedRow> rows) {
    rows.forEach(
        row -> (row.isWithdrawal() ? withdrawals : holders).put(row.eventId(), row.line()));
  }

  /**
   * What becomes of all that is judged again.
   *
   * @param held in Bronze's order
   * @param rows what Silver has under the event ids of what passes; of others it may be there
   * @return for each its decision
   */
  public static List<Decision> decide(List<Held> held, Collection<RefinedRow> rows) {
    return new Releasing(rows).decide(held);
  }

  /**
   * A row of Silver, as far as it matters here.
   *
   * @param isWithdrawal whether it takes back what the event's other row adds
   */
  public record RefinedRow(String eventId, Holder line, boolean isWithdrawal)
      implements Serializable {
    public static RefinedRow of(RefinedOrder row) {
      return new RefinedRow(
          row.eventId(),
          new Holder(row.provenance().order(), row.contentHash()),
          row.isWithdrawal());
    }
  }

  /**
   * The line that has an event id.
   *
   * @param order its place in Bronze
   * @param content what it says
   */
  public record Holder(BronzeOrder order, ContentHash content) implements Serializable {}

  /** What becomes of a line that passes. */
  public enum Fate {
    /** It becomes a Silver row. */
    ROW,
    /** The same is in Silver of its event: it is a duplicate from now on. */
    DUPLICATE,
    /** Its event is in Silver with other content, or it cancels one that is not: it is held. */
    STAYS
  }

  /**
   * A line that passes.
   *
   * @param eventId its event's
   * @param line its place and what it says, which of a cancellation is nothing
   * @param cancels whether it cancels that event
   */
  public record Claim(String eventId, Holder line, boolean cancels) implements Serializable {
    private static final ContentHash NOTHING = ContentHash.of();

    static @Nullable Claim of(Verdict verdict) {
      if (verdict instanceof Verdict.Accepted accepted) {
        RefinedOrder order = accepted.order();
        Holder line = new Holder(order.provenance().order(), order.contentHash());
        return new Claim(order.eventId(), line, false);
      }
      if (verdict instanceof Verdict.Cancels cancels) {
        Cancellation cancellation = cancels.cancellation();
        Holder line = new Holder(cancellation.provenance().order(), NOTHING);
        return new Claim(cancellation.eventId(), line, true);
      }
      return null;
    }
  }

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
        Claim claim = Claim.of(verdict);
        if (claim != null) {
          passing.add(claim);
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

  private List<Decision> decide(List<Held> held) {
    List<Turn> turns =
        held.stream()
            .map(one -> new Turn(one, one.passing().stream().anyMatch(this::isOutOfTurn)))
            .toList();
    turns.forEach(turn -> turn.decide(false, this::admit));
    turns.forEach(turn -> turn.decide(true, this::cancel));
    return turns.stream().map(Turn::decision).toList();
  }

  /** One of the held, while it is decided on. */
  private static final class Turn {
    private final Held held;
    private final boolean isOutOfTurn;
    private final Fate[] fates;

    Turn(Held held, boolean isOutOfTurn) {
      this.held = held;
      this.isOutOfTurn = isOutOfTurn;
      this.fates = new Fate[held.passing().size()];
    }

    void decide(boolean cancellations, Function<Claim, Fate> fate) {
      for (int i = 0; i < fates.length && !isOutOfTurn; i++) {
        Claim claim = held.passing().get(i);
        if (claim.cancels() == cancellations) {
          fates[i] = fate.apply(claim);
        }
      }
    }

    Decision decision() {
      if (isOutOfTurn) {
        return Decision.OUT_OF_TURN;
      }
      List<Fate> all = List.of(fates);
      return held.isTakenApart() || all.contains(Fate.ROW) || all.contains(Fate.DUPLICATE)
          ? new Decision(true, false, all)
          : Decision.STAYS;
    }
  }

  private boolean isOutOfTurn(Claim claim) {
    Holder holder = (claim.cancels() ? withdrawals : holders).get(claim.eventId());
    return holder != null && claim.line().order().compareTo(holder.order()) < 0;
  }

  private Fate admit(Claim claim) {
    Holder holder = holders.get(claim.eventId());
    return switch (Admission.of(holder == null ? null : holder.content(), claim.line().content())) {
      case FIRST -> {
        holders.put(claim.eventId(), claim.line());
        yield Fate.ROW;
      }
      case DUPLICATE -> Fate.DUPLICATE;
      case CONFLICT, WAITS -> Fate.STAYS;
    };
  }

  private Fate cancel(Claim claim) {
    if (!holders.containsKey(claim.eventId())) {
      return Fate.STAYS;
    }
    return withdrawals.putIfAbsent(claim.eventId(), claim.line()) == null
        ? Fate.ROW
        : Fate.DUPLICATE;
  }
}
