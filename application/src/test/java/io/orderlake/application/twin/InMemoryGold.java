package io.orderlake.application.twin;

import io.orderlake.domain.gold.CellSum;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Gold tables in collections: the fold in a loop. */
final class InMemoryGold implements GoldTables {
  private final InMemoryLake lake;
  private final List<GoldProjection> projections;

  InMemoryGold(InMemoryLake lake, List<GoldProjection> projections) {
    this.lake = lake;
    this.projections = projections;
  }

  @Override
  public VersionRange unread(long silverVersion, long maxRecords) {
    List<Long> positions = projections.stream().map(p -> lake.gold.get(p).position()).toList();
    return lake.silver.unread(silverVersion, positions, maxRecords);
  }

  @Override
  public PreparedRevenue prepare(VersionRange range) {
    return fold(range);
  }

  @Override
  public PreparedRevenue refold(long silverVersion) {
    VersionRange all = new VersionRange(TableState.NOTHING_READ, silverVersion, 0);
    return new Staged(all, rows(all), Mode.REFOLD);
  }

  Staged fold(VersionRange range) {
    boolean isReplaced = lake.silver.isReplacedAfter(range.after(), range.upTo());
    return new Staged(range, rows(range), isReplaced ? Mode.REPLACE : Mode.ADD);
  }

  private List<RefinedOrder> rows(VersionRange range) {
    return lake.silver.after(range.after(), range.upTo()).stream()
        .flatMap(commit -> commit.rows().stream())
        .toList();
  }

  /** What becomes of the cells that there are, and in which tables. */
  private enum Mode {
    /** They stay, in those that have not read the range. */
    ADD,
    /** They go, in those that have not read the range. */
    REPLACE,
    /** They go, in all. */
    REFOLD
  }

  @Override
  public SortedMap<TableId, TableState> states() {
    SortedMap<TableId, TableState> states = TreeMap.empty();
    for (GoldProjection projection : projections) {
      var table = lake.gold.get(projection);
      if (table.version() >= 0) {
        states =
            states.put(
                TableId.gold(projection.table()),
                new TableState(table.version(), table.position()));
      }
    }
    return states;
  }

  @Override
  public FoldCounts committedSince(SortedMap<TableId, TableState> published) {
    FoldCounts all = FoldCounts.ZERO;
    long read = 0;
    for (GoldProjection projection : projections) {
      var table = lake.gold.get(projection);
      long after =
          published.get(TableId.gold(projection.table())).map(TableState::version).getOrElse(-1L);
      FoldCounts counts =
          table.after(after, table.version()).stream()
              .map(InMemoryTable.Commit::carried)
              .reduce(FoldCounts.ZERO, FoldCounts::plus);
      read = Math.max(read, counts.read());
      all = all.plus(new FoldCounts(0, counts.events(), counts.cellsChanged()));
    }
    return new FoldCounts(read, all.events(), all.cellsChanged());
  }

  /** A folded range. */
  final class Staged implements PreparedRevenue {
    private final VersionRange range;
    private final List<RefinedOrder> rows;
    private final Mode mode;
    private final FoldCounts counts;

    private Staged(VersionRange range, List<RefinedOrder> rows, Mode mode) {
      this.range = range;
      this.rows = rows;
      this.mode = mode;
      this.counts = count();
    }

    @Override
    public FoldCounts counts() {
      return counts;
    }

    private FoldCounts count() {
      FoldCounts sum = new FoldCounts(rows.size(), TreeMap.empty(), TreeMap.empty());
      for (GoldProjection projection : projections) {
        if (isReading(projection)) {
          sum = sum.plus(counts(projection, 0));
        }
      }
      return sum;
    }

    private boolean isReading(GoldProjection projection) {
      return mode == Mode.REFOLD || lake.gold.get(projection).position() < range.upTo();
    }

    private FoldCounts counts(GoldProjection projection, long read) {
      return new FoldCounts(
          read,
          TreeMap.of(projection.table(), (long) rows.size()),
          TreeMap.of(projection.table(), (long) folded(projection, rows).size()));
    }

    @Override
    public void commit() {
      for (int i = 0; i < projections.size(); i++) {
        commitTable(i);
      }
    }

    void commitTable(int i) {
      GoldProjection projection = projections.get(i);
      var table = lake.gold.get(projection);
      FoldCounts counted = counts(projection, rows.size());
      if (mode == Mode.ADD && isAddedUp(projection)) {
        table.appendRange(added(projection), counted, range);
      } else if (isReading(projection)) {
        table.replaceAll(folded(projection, allRows()), counted, range.upTo());
      }
    }

    private List<RefinedOrder> allRows() {
      return rows(new VersionRange(TableState.NOTHING_READ, range.upTo(), 0));
    }

    /** What the rows add; of what is different as much as there is then. */
    private List<Map.Entry<GoldKey, Figures>> added(GoldProjection projection) {
      if (!projection.measures().haveDistinct()) {
        return folded(projection, rows);
      }
      Map<GoldKey, Figures> then = new HashMap<>();
      folded(projection, allRows()).forEach(cell -> then.put(cell.getKey(), cell.getValue()));
      return folded(projection, rows).stream()
          .map(
              cell ->
                  Map.entry(
                      cell.getKey(),
                      cell.getValue()
                          .ofOrders(
                              Objects.requireNonNull(then.get(cell.getKey()))
                                  .number(Measure.ORDERS))))
          .toList();
    }

    /** Whether the rows are added to what the cells hold, and nothing is read off it. */
    private boolean isAddedUp(GoldProjection projection) {
      return projection.measures().isGroup() || rows.stream().noneMatch(RefinedOrder::isWithdrawal);
    }

    @Override
    public void close() {
      // nothing is held outside memory
    }
  }

  private static List<Map.Entry<GoldKey, Figures>> folded(
      GoldProjection projection, List<RefinedOrder> rows) {
    Map<GoldKey, CellSum> sums = new HashMap<>();
    for (RefinedOrder row : rows) {
      sums.computeIfAbsent(
              projection.keyOf(Sale.of(row)), absent -> new CellSum(projection.measures()))
          .add(Sale.of(row));
    }
    List<Map.Entry<GoldKey, Figures>> cells = new ArrayList<>();
    sums.forEach((key, sum) -> cells.add(Map.entry(key, sum.figures())));
    return cells;
  }
}
