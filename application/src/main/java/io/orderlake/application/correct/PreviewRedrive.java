package io.orderlake.application.correct;

import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
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
    private final List<RefinedOrder> passing = new ArrayList<>();
    private final Map<SourcePosition, Set<String>> held = new HashMap<>();
    private final Map<String, Long> staying = new HashMap<>();
    private long judged;

    Judging(Option<String> reason) {
      this.reason = reason;
    }

    void take(QuarantinedRecord record) {
      Set<String> codes =
          record.reasons().stream().map(QuarantineReason::code).collect(Collectors.toSet());
      if (reason.forAll(codes::contains)) {
        judged++;
        if (refiner.refine(record.record()) instanceof Verdict.Accepted accepted) {
          passing.add(accepted.order());
          held.put(record.record().source(), codes);
        } else {
          codes.forEach(code -> staying.merge(code, 1L, Long::sum));
        }
      }
    }

    RedrivePreview preview(LakeVersion lake) {
      Set<String> ids = passing.stream().map(RefinedOrder::eventId).collect(Collectors.toSet());
      Releasing releasing = new Releasing(holders(lake, ids));
      passing.sort(Comparator.comparing(order -> order.provenance().order()));
      Map<Releasing.Fate, Long> fates = new HashMap<>();
      EffectTally released = new EffectTally();
      for (RefinedOrder order : passing) {
        Releasing.Fate fate = releasing.next(order.eventId(), Releasing.Holder.of(order));
        fates.merge(fate, 1L, Long::sum);
        if (fate == Releasing.Fate.ROW) {
          released.add(
              order.city(),
              Measures.BASIC.of(Sale.of(order)),
              held.getOrDefault(order.provenance().order().source(), Set.of()));
        }
      }
      boolean rebuilds = reason.isEmpty() && fates.containsKey(Releasing.Fate.OUT_OF_TURN);
      return new RedrivePreview(
          lake,
          refiner.rules().version(),
          judged,
          fates.getOrDefault(Releasing.Fate.ROW, 0L),
          fates.getOrDefault(Releasing.Fate.DUPLICATE, 0L),
          fates.getOrDefault(Releasing.Fate.OUT_OF_TURN, 0L),
          TreeMap.ofAll(staying),
          released.effect(),
          Option.when(rebuilds, () -> foresee.of(lake)));
    }
  }
}
