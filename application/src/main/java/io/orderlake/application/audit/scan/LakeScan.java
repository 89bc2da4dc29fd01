package io.orderlake.application.audit.scan;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Reads the tables of one lake version, as steps for {@link Workers}. A step throws {@link
 * io.orderlake.domain.lake.LakeFailure} when its table cannot be read.
 */
public final class LakeScan {
  private static final int TOLD_EVERY = 20_000;

  private final AuditPorts ports;
  private final LakeVersion lake;
  private final Vector<PublishedGold> gold;
  private final AuditProgress progress;
  private final AtomicLong read = new AtomicLong();

  private LakeScan(
      AuditPorts ports, LakeVersion lake, Vector<PublishedGold> gold, AuditProgress progress) {
    this.ports = ports;
    this.lake = lake;
    this.gold = gold;
    this.progress = progress;
  }

  /**
   * A scan of the lake version, with those of the Gold tables that it has.
   *
   * @param projections the Gold tables there are
   * @param progress told of every few ten thousand rows
   */
  public static LakeScan of(
      AuditPorts ports, Seq<GoldProjection> projections, LakeVersion lake, AuditProgress progress) {
    return new LakeScan(ports, lake, new GoldPositions(ports, projections).in(lake), progress);
  }

  /** The Gold tables that are published; a table's number is its place here. */
  public Vector<PublishedGold> goldTables() {
    return gold;
  }

  /**
   * Takes a cell of a Gold table.
   *
   * @param <W> who does the step
   */
  public interface CellTaker<W> {
    /** Takes one cell of the table with that number. */
    void take(W worker, int table, GoldCell cell);
  }

  /** Shows every record of Bronze. */
  public <W> Seq<Consumer<W>> bronze(BiConsumer<W, BronzeRecord> taker) {
    return steps(TableId.BRONZE_ORDERS, ports.bronze()::parts, taker);
  }

  /** The offsets that somebody has said to go on without. */
  public SortedSet<OffsetGap> acceptedGaps() {
    return lake.table(TableId.BRONZE_ORDERS)
        .flatMap(bronze -> ports.bronze().at(bronze.version()))
        .map(BronzeState::acceptedGaps)
        .getOrElse(TreeSet::empty);
  }

  /** Where the records of each partition end, as far as it was noted. */
  public SortedMap<TopicPartition, Long> recordsEnd() {
    return lake.table(TableId.BRONZE_ORDERS)
        .flatMap(bronze -> ports.bronze().at(bronze.version()))
        .map(BronzeState::recordsEnd)
        .getOrElse(TreeMap::empty);
  }

  /** Shows every row of Silver. */
  public <W> Seq<Consumer<W>> silver(BiConsumer<W, RefinedOrder> taker) {
    return steps(TableId.SILVER_ORDERS, ports.silver()::parts, taker);
  }

  /** Shows every quarantined record. */
  public <W> Seq<Consumer<W>> quarantine(BiConsumer<W, QuarantinedRecord> taker) {
    return steps(
        TableId.QUARANTINE,
        version -> Vector.of(consumer -> ports.quarantine().forEach(version, consumer::accept)),
        taker);
  }

  /** Shows every cell of the Gold tables. */
  public <W> Seq<Consumer<W>> gold(CellTaker<W> taker) {
    return gold.zipWithIndex(
        (table, number) ->
            worker ->
                ports
                    .gold()
                    .forEach(
                        table.projection(),
                        table.version(),
                        cell -> taker.take(worker, number, cell)));
  }

  private <R, W> Seq<Consumer<W>> steps(
      TableId table, LongFunction<Seq<TablePart<R>>> parts, BiConsumer<W, R> taker) {
    return lake.table(table)
        .map(TableState::version)
        .toVector()
        .flatMap(parts::apply)
        .map(part -> worker -> part.forEach(row -> take(taker, worker, row)));
  }

  private <R, W> void take(BiConsumer<W, R> taker, W worker, R row) {
    taker.accept(worker, row);
    long rows = read.incrementAndGet();
    if (rows % TOLD_EVERY == 0) {
      progress.read(
          rows, lake.totals().read() + lake.totals().refined() + lake.totals().quarantined());
    }
  }
}
