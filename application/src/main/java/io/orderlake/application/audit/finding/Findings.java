package io.orderlake.application.audit.finding;

import io.orderlake.application.audit.spill.CellId;
import io.orderlake.application.audit.spill.SpilledCells;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.application.audit.verdict.Difference.CounterExample;
import io.orderlake.application.audit.verdict.Difference.Kind;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The differences found so far: how many of each kind, and the smallest of each. Safe for use by
 * several threads.
 */
public final class Findings {
  private final Map<RowKind, Rows> rows = new TreeMap<>();
  private final Map<RowKind, Cells> cells = new TreeMap<>();
  private final Map<Kind, Difference> settled = new TreeMap<>();

  /** Differences of one table that are of one kind. */
  record RowKind(TableId table, Kind kind) implements Comparable<RowKind> {
    @Override
    public int compareTo(RowKind other) {
      int byTable = table.compareTo(other.table);
      return byTable != 0 ? byTable : kind.compareTo(other.kind);
    }
  }

  /**
   * Rows of Silver or of the quarantine.
   *
   * @param smallest the first of them in Bronze's order
   */
  record Rows(long count, BronzeOrder smallest) {
    Rows plus(Rows other) {
      return new Rows(
          count + other.count, smallest.compareTo(other.smallest) <= 0 ? smallest : other.smallest);
    }
  }

  /**
   * Cells of a Gold table.
   *
   * @param smallest the one into which the fewest events fall
   */
  record Cells(long count, CellId smallest, SpilledCells.Cell cell) {
    Cells plus(Cells other) {
      Cells less = other.events() < events() ? other : this;
      return new Cells(count + other.count, less.smallest, less.cell);
    }

    /** Where the first event that falls into the smallest lies, if there is one. */
    Option<LinePosition> first() {
      @Nullable BronzeOrder first = cell.first();
      return Option.of(first).map(BronzeOrder::position);
    }

    private long events() {
      return cell.replayed().events();
    }
  }

  /** The row, or the record, that lies there in Bronze's order differs. */
  public synchronized void row(TableId table, Kind kind, BronzeOrder order) {
    rows.merge(new RowKind(table, kind), new Rows(1, order), Rows::plus);
  }

  /** The cell differs; what is known of it goes with it. */
  public synchronized void cell(TableId table, Kind kind, CellId id, SpilledCells.Cell cell) {
    cells.merge(new RowKind(table, kind), new Cells(1, id, cell), Cells::plus);
  }

  /** Offsets from {@code next} until before {@code found} are not there. */
  synchronized void gap(TopicPartition partition, long next, long found) {
    add(
        Kind.OFFSETS_MISSING,
        found - next,
        new CounterExample(
            partition + " after offset " + (next - 1),
            source(partition, next),
            "offset " + next + " is next",
            "offset " + found));
  }

  /** From {@code next} on nothing is there, and the last record was the one before {@code end}. */
  synchronized void tail(TopicPartition partition, long next, long end) {
    add(
        Kind.OFFSETS_MISSING,
        end - next,
        new CounterExample(
            partition + " after offset " + (next - 1),
            source(partition, next),
            "records up to offset " + (end - 1),
            "none"));
  }

  /** So many offsets are there more than once. */
  synchronized void repeated(TopicPartition partition, long first, long count) {
    add(
        Kind.OFFSETS_REPEATED,
        count,
        new CounterExample(
            partition + " offset " + first,
            source(partition, first),
            "each offset once",
            "this one again"));
  }

  /** The lake version counts something else than was replayed. */
  public synchronized void sums(long lakeVersion, Conservation replayed, Conservation published) {
    add(
        Kind.SUMS,
        1,
        new CounterExample(
            "lake version " + lakeVersion, Option.none(), text(replayed), text(published)));
  }

  private void add(Kind kind, long count, CounterExample example) {
    settled.merge(
        kind,
        new Difference(TableId.BRONZE_ORDERS, kind, count, example),
        (a, b) -> new Difference(a.table(), kind, a.count() + b.count(), a.example()));
  }

  private static Option<LinePosition> source(TopicPartition partition, long offset) {
    return Option.some(
        new LinePosition(new SourcePosition(partition.topic(), partition.partition(), offset)));
  }

  private static String text(Conservation sums) {
    return "%s read%s = %s refined + %s quarantined + %s duplicates"
        .formatted(
            sums.read(),
            sums.furtherLines() == 0 ? "" : " and " + sums.furtherLines() + " further lines",
            sums.refined(),
            sums.quarantined(),
            sums.duplicates());
  }

  /** Differences of rows, which have no example yet. */
  Map<RowKind, Rows> rows() {
    return rows;
  }

  /** Differences of cells, which have no example yet. */
  Map<RowKind, Cells> cells() {
    return cells;
  }

  /** Differences that have their example; of each kind the first that was told. */
  Collection<Difference> settled() {
    return settled.values();
  }
}
