package io.orderlake.application.gold;

import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.FirstFew;
import io.orderlake.application.lake.Interruptible;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says what changed in a Gold table from one published lake version to another. */
public final class CompareGold {
  private static final Comparator<CellChange> MOST_FIRST =
      Comparator.<CellChange, java.math.BigDecimal>comparing(
              change -> change.revenue().value().abs())
          .reversed()
          .thenComparing((a, b) -> b.key().compareTime(a.key()))
          .thenComparing(CellChange::key);

  private final LakeVersions versions;
  private final GoldView view;
  private final Seq<GoldProjection> projections;
  private final LongFunction<LakeProperties> properties;

  /**
   * A comparison within the lake.
   *
   * @param projections the Gold tables there are
   * @param properties those that the lake had at a version, by its number
   */
  public CompareGold(
      LakeVersions versions,
      GoldView view,
      Seq<GoldProjection> projections,
      LongFunction<LakeProperties> properties) {
    this.versions = versions;
    this.view = view;
    this.projections = projections;
    this.properties = properties;
  }

  /**
   * What to compare.
   *
   * @param table the table's name
   * @param texts by text column of the table, the only value to look at; upper and lower case are
   *     the same
   * @param before the lake version that is compared with
   * @param after the one that is looked at
   * @param limit how many changed cells to show at most; counts and totals are of all
   */
  public record Query(
      String table, Map<String, String> texts, AsOf before, AsOf after, int limit) {}

  /**
   * Reads the table at both versions; keeps the cells of one of them in memory.
   *
   * @return the changes; or the sentence that says what is wrong with the query, or that the
   *     versions cannot be compared, because the lake's hours or its currency were others
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read
   */
  public Either<String, GoldChanges> compare(Query query) {
    if (query.limit() < 0) {
      return Either.left("the limit must be 0 or more, not " + query.limit());
    }
    return GoldProjections.named(query.table(), projections)
        .flatMap(
            table ->
                query
                    .before()
                    .in(versions)
                    .flatMap(
                        before ->
                            query
                                .after()
                                .in(versions)
                                .flatMap(after -> changes(table, before, after, query))));
  }

  private Either<String, GoldChanges> changes(
      GoldProjection table, LakeVersion before, LakeVersion after, Query query) {
    LakeProperties then = properties.apply(before.number());
    LakeProperties now = properties.apply(after.number());
    if (!then.meansTheSameAs(now)) {
      return Either.left(
          "lake versions %s and %s cannot be compared: one reports in %s and %s, the other in %s and %s"
              .formatted(
                  before.number(),
                  after.number(),
                  then.reportingZone(),
                  then.currency(),
                  now.reportingZone(),
                  now.currency()));
    }
    GoldProjection projection = table.in(now);
    Predicate<GoldKey> asked = ShowGold.having(projection, query.texts());
    Option<TableState> first = before.table(TableId.gold(table.table()));
    Option<TableState> second = after.table(TableId.gold(table.table()));
    Comparing comparing = new Comparing(projection, asked);
    first.forEach(
        state -> view.forEach(projection, state.version(), Interruptible.of(comparing::before)));
    if (first.map(TableState::version).equals(second.map(TableState::version))) {
      comparing.same();
    } else {
      second.forEach(
          state -> view.forEach(projection, state.version(), Interruptible.of(comparing::after)));
    }
    return Either.right(comparing.changes(before, after, query.limit()));
  }

  private static final class Comparing {
    private final GoldProjection projection;
    private final Predicate<GoldKey> asked;
    private final java.util.Map<GoldKey, Figures> left = new HashMap<>();
    private final List<CellChange> changes = new ArrayList<>();
    private Totals totalBefore;
    private Totals totalAfter;

    Comparing(GoldProjection projection, Predicate<GoldKey> asked) {
      this.projection = projection;
      this.asked = asked;
      this.totalBefore = Totals.none(projection.measures());
      this.totalAfter = totalBefore;
    }

    void before(GoldCell cell) {
      ifAsked(
          cell,
          key -> {
            totalBefore = totalBefore.plus(projection.currencyOf(key), cell.figures());
            left.put(key, cell.figures());
          });
    }

    void after(GoldCell cell) {
      ifAsked(
          cell,
          key -> {
            totalAfter = totalAfter.plus(projection.currencyOf(key), cell.figures());
            @Nullable Figures was = left.remove(key);
            if (!cell.figures().equals(was)) {
              changes.add(new CellChange(key, Option.of(was), Option.some(cell.figures())));
            }
          });
    }

    private void ifAsked(GoldCell cell, Consumer<GoldKey> taken) {
      if (asked.test(cell.key())) {
        taken.accept(cell.key());
      }
    }

    /** Both versions have the very same table. */
    void same() {
      totalAfter = totalBefore;
      left.clear();
    }

    GoldChanges changes(LakeVersion before, LakeVersion after, int limit) {
      left.forEach((key, was) -> changes.add(new CellChange(key, Option.some(was), Option.none())));
      FirstFew<CellChange> greatest = new FirstFew<>(MOST_FIRST, limit);
      java.util.Map<CellChange.Kind, Long> counts = new EnumMap<>(CellChange.Kind.class);
      for (CellChange change : changes) {
        greatest.add(change);
        counts.merge(change.kind(), 1L, Math::addExact);
      }
      return new GoldChanges(
          projection,
          before,
          after,
          greatest.inOrder(),
          io.vavr.collection.HashMap.ofAll(counts),
          totalBefore,
          totalAfter);
    }
  }
}
