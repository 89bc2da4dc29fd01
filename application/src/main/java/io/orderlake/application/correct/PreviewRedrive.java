package io.orderlake.application.correct;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
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
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    LakeVersion lake = versions.latest();
    Judging judging = new Judging(reason);
    lake.table(TableId.QUARANTINE)
        .forEach(state -> quarantine.forEach(state.version(), judging::take));
    return judging.preview(lake);
  }

  /** What Silver holds under these event ids; read on every core. */
  private Map<String, Releasing.Holder> holders(LakeVersion lake, Set<String> eventIds) {
    Map<String, Releasing.Holder> holders = new ConcurrentHashMap<>();
    if (!eventIds.isEmpty()) {
      lake.table(TableId.SILVER_ORDERS)
          .map(TableState::version)
          .toVector()
          .flatMap(version -> lookup.rowsOf(version, HashSet.ofAll(eventIds)))
          .toJavaParallelStream()
          .forEach(
              part -> part.forEach(row -> holders.put(row.eventId(), Releasing.Holder.of(row))));
    }
    return holders;
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
     * @param codes the reasons that it was quarantined for
     * @param again what judging it again came to
     * @param orders its lines that pass
     */
    private record Passing(Set<String> codes, Releasing.Held again, List<RefinedOrder> orders) {
      BronzeOrder order() {
        return again.order();
      }
    }

    void take(QuarantinedRecord record) {
      Set<String> codes =
          record.reasons().stream().map(QuarantineReason::code).collect(Collectors.toSet());
      if (reason.forAll(codes::contains)) {
        judged++;
        Judgement judgement = records.refine(record.record());
        Releasing.Held again = Releasing.Held.of(record.order(), judgement);
        if (again.mayMove()) {
          passing.add(new Passing(codes, again, orders(judgement.heldAt(record.line()))));
        } else {
          codes.forEach(code -> staying.merge(code, 1L, Long::sum));
        }
      }
    }

    private static List<RefinedOrder> orders(List<Verdict> verdicts) {
      List<RefinedOrder> orders = new ArrayList<>();
      for (Verdict verdict : verdicts) {
        if (verdict instanceof Verdict.Accepted accepted) {
          orders.add(accepted.order());
        }
      }
      return orders;
    }

    RedrivePreview preview(LakeVersion lake) {
      Set<String> ids =
          passing.stream()
              .flatMap(held -> held.orders().stream())
              .map(RefinedOrder::eventId)
              .collect(Collectors.toSet());
      Releasing releasing = new Releasing(holders(lake, ids));
      passing.sort(Comparator.comparing(Passing::order));
      Map<Releasing.Fate, Long> fates = new HashMap<>();
      long outOfTurn = 0;
      EffectTally released = new EffectTally();
      for (Passing held : passing) {
        Releasing.Decision decision = releasing.decide(held.again());
        outOfTurn += decision.isOutOfTurn() ? 1 : 0;
        if (decision.isReleased()) {
          held.again().refused().forEach((code, count) -> staying.merge(code, count, Long::sum));
        } else if (held.again().passing().isEmpty()) {
          held.codes().forEach(code -> staying.merge(code, 1L, Long::sum));
        }
        for (int i = 0; i < decision.fates().size(); i++) {
          Releasing.Fate fate = decision.fates().get(i);
          fates.merge(fate, 1L, Long::sum);
          if (fate == Releasing.Fate.ROW) {
            RefinedOrder order = held.orders().get(i);
            released.add(Market.of(order), Effect.MEASURES.of(Sale.of(order)), held.codes());
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
          Option.when(rebuilds, () -> foresee.of(lake)));
    }
  }
}
