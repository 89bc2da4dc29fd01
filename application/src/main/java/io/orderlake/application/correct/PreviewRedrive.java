package io.orderlake.application.correct;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.Interruptible;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.OneAfterAnother;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Releasing;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.HashSet;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Says what a redrive would do, from the published tables and without a runner. */
public final class PreviewRedrive {
  private final LakeVersions versions;
  private final QuarantineView quarantine;
  private final LakeLookup lookup;
  private final RecordRefiner refiner;
  private final ForeseeRebuild foresee;

  /**
   * A preview of the lake.
   *
   * @param refiner with the rules in force
   * @param foresee by the same rules
   */
  public PreviewRedrive(
      LakeVersions versions,
      QuarantineView quarantine,
      LakeLookup lookup,
      RecordRefiner refiner,
      ForeseeRebuild foresee) {
    this.versions = versions;
    this.quarantine = quarantine;
    this.lookup = lookup;
    this.refiner = refiner;
    this.foresee = foresee;
  }

  /**
   * Judges the held records of the newest lake version; those that pass are all in memory.
   *
   * @param reason only records that have this reason code
   * @throws io.orderlake.domain.lake.LakeFailure when a table cannot be read
   */
  public RedrivePreview preview(Option<String> reason) {
    return preview(reason, versions.latest());
  }

  /**
   * Likewise, as of a published lake version: what a redrive under the rules in force would have
   * done then.
   *
   * @return the preview, or the sentence that says what is wrong with the version
   * @throws java.util.concurrent.CancellationException when the thread is interrupted meanwhile
   */
  public Either<String, RedrivePreview> preview(Option<String> reason, AsOf asOf) {
    return asOf.in(versions).map(lake -> preview(reason, lake));
  }

  private RedrivePreview preview(Option<String> reason, LakeVersion lake) {
    Judging judging = new Judging(reason);
    lake.table(TableId.QUARANTINE)
        .forEach(state -> quarantine.forEach(state.version(), Interruptible.of(judging::take)));
    return judging.preview(lake);
  }

  /** What Silver holds under these event ids; read on every core. */
  private List<RefinedOrder> rows(LakeVersion lake, Set<String> eventIds) {
    Queue<RefinedOrder> rows = new ConcurrentLinkedQueue<>();
    if (!eventIds.isEmpty()) {
      lake.table(TableId.SILVER_ORDERS)
          .map(TableState::version)
          .toVector()
          .flatMap(version -> lookup.rowsOf(version, HashSet.ofAll(eventIds)))
          .toJavaParallelStream()
          .forEach(part -> part.forEach(rows::add));
    }
    return List.copyOf(rows);
  }

  private final class Judging {
    private final Option<String> reason;
    private final OneAfterAnother records = new OneAfterAnother(refiner);
    private final List<Passing> passing = new ArrayList<>();
    private final Map<String, Long> staying = new HashMap<>();
    private long judged;

    Judging(Option<String> reason) {
      this.reason = reason;
    }

    /**
     * Something that may be held no longer.
     *
     * @param isAsked whether it was asked for; else it is a cancellation that may be released with
     *     its event
     * @param codes the reasons that it was quarantined for
     * @param again what judging it again came to
     * @param verdicts on its lines that pass
     */
    private record Passing(
        boolean isAsked, Set<String> codes, Releasing.Held again, List<Verdict> verdicts) {
      BronzeOrder order() {
        return again.order();
      }
    }

    void take(QuarantinedRecord record) {
      Set<String> codes =
          record.reasons().stream().map(QuarantineReason::code).collect(Collectors.toSet());
      boolean isAsked = reason.forAll(codes::contains);
      if (isAsked || codes.contains(OrderRules.CANCELLATION_WAITS)) {
        judged += isAsked ? 1 : 0;
        Judgement judgement = records.refine(record.record());
        Releasing.Held again = Releasing.Held.of(record.order(), judgement);
        if (again.mayMove()) {
          List<Verdict> passes =
              judgement.heldAt(record.line()).stream().filter(v -> v.eventId() != null).toList();
          passing.add(new Passing(isAsked, codes, again, passes));
        } else if (isAsked) {
          codes.forEach(code -> staying.merge(code, 1L, Long::sum));
        }
      }
    }

    RedrivePreview preview(LakeVersion lake) {
      passing.sort(Comparator.comparing(Passing::order));
      List<RefinedOrder> rows =
          rows(
              lake,
              passing.stream()
                  .flatMap(held -> held.again().passing().stream())
                  .map(Releasing.Claim::eventId)
                  .collect(Collectors.toSet()));
      List<Releasing.Decision> decisions =
          Releasing.decide(
              passing.stream().map(Passing::again).toList(),
              rows.stream().map(Releasing.RefinedRow::of).toList());
      Map<String, RefinedOrder> orders = orders(rows, decisions);
      Map<Releasing.Fate, Long> fates = new HashMap<>();
      long outOfTurn = 0;
      EffectTally released = new EffectTally();
      for (int i = 0; i < passing.size(); i++) {
        Passing held = passing.get(i);
        Releasing.Decision decision = decisions.get(i);
        if (!held.isAsked() && !decision.isReleased()) {
          continue;
        }
        judged += held.isAsked() ? 0 : 1;
        outOfTurn += decision.isOutOfTurn() ? 1 : 0;
        if (decision.isReleased()) {
          held.again().refused().forEach((code, count) -> staying.merge(code, count, Long::sum));
        } else if (held.again().passing().isEmpty()
            || (!decision.isOutOfTurn() && held.codes().contains(OrderRules.CANCELLATION_WAITS))) {
          held.codes().forEach(code -> staying.merge(code, 1L, Long::sum));
        }
        for (int line = 0; line < decision.fates().size(); line++) {
          Releasing.Fate fate = decision.fates().get(line);
          fates.merge(fate, 1L, Long::sum);
          if (fate == Releasing.Fate.ROW) {
            RefinedOrder row = row(held.verdicts().get(line), orders);
            released.add(Market.of(row), Effect.MEASURES.of(Sale.of(row)), held.codes());
          }
        }
      }
      boolean rebuilds = reason.isEmpty() && outOfTurn > 0;
      return new RedrivePreview(
          lake,
          refiner.rules().version(),
          judged,
          fates.getOrDefault(Releasing.Fate.ROW, 0L),
          fates.getOrDefault(Releasing.Fate.DUPLICATE, 0L),
          outOfTurn,
          TreeMap.ofAll(staying),
          released.effect(),
          Option.when(rebuilds, () -> foresee.of(lake, Interruptible.check())));
    }

    /** By event id, the orders that are rows of Silver, now or with what is released. */
    private Map<String, RefinedOrder> orders(
        List<RefinedOrder> rows, List<Releasing.Decision> decisions) {
      Map<String, RefinedOrder> orders = new HashMap<>();
      rows.stream()
          .filter(row -> !row.isWithdrawal())
          .forEach(row -> orders.put(row.eventId(), row));
      for (int i = 0; i < decisions.size(); i++) {
        for (int line = 0; line < decisions.get(i).fates().size(); line++) {
          if (decisions.get(i).fates().get(line) == Releasing.Fate.ROW
              && passing.get(i).verdicts().get(line) instanceof Verdict.Accepted accepted) {
            orders.put(accepted.order().eventId(), accepted.order());
          }
        }
      }
      return orders;
    }

    private static RefinedOrder row(Verdict verdict, Map<String, RefinedOrder> orders) {
      return verdict instanceof Verdict.Cancels cancels
          ? cancels.cancellation().of(Objects.requireNonNull(orders.get(verdict.eventId())))
          : ((Verdict.Accepted) verdict).order();
    }
  }
}
