package io.orderlake.adapters.delta.lookup;

import static io.orderlake.domain.table.BronzeColumns.OFFSET;
import static io.orderlake.domain.table.BronzeColumns.PARTITION;
import static io.orderlake.domain.table.BronzeColumns.TOPIC;
import static io.orderlake.domain.table.BronzeColumns.VALUE;
import static io.orderlake.domain.table.SilverColumns.EVENT_DATE;
import static io.orderlake.domain.table.SilverColumns.EVENT_ID;
import static io.orderlake.domain.table.SilverColumns.ORDER_ID;
import static io.orderlake.domain.table.SilverColumns.QUANTITY;
import static io.orderlake.domain.table.SilverColumns.SOURCE_OFFSET;
import static io.orderlake.domain.table.SilverColumns.SOURCE_PARTITION;
import static io.orderlake.domain.table.SilverColumns.SOURCE_TOPIC;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.delta.bronze.RecordColumns;
import io.orderlake.adapters.delta.gold.KernelGoldView;
import io.orderlake.adapters.delta.lake.ColumnCursor;
import io.orderlake.adapters.delta.lake.KernelFile;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.KernelTable;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.quarantine.KernelQuarantineView;
import io.orderlake.adapters.delta.silver.KernelSilverView;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.TimeSpan;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.lookup.PlacedSale;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Looks rows up in the Delta tables; each file that may hold some is a part. */
public final class KernelLakeLookup implements LakeLookup {
  private final KernelLake lake;

  public KernelLakeLookup(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public Seq<TablePart<GoldCell>> cells(
      GoldProjection projection, long goldVersion, String partition) {
    String column = projection.partitionColumn();
    return lake.table(TableId.gold(projection.table()))
        .files(goldVersion, KernelGoldView.columns(projection), FilesThat.hold(column, partition))
        .map(
            file ->
                consumer ->
                    file.forEachRow(row -> consumer.accept(KernelGoldView.cell(projection, row))));
  }

  @Override
  public Seq<TablePart<PlacedSale>> sales(long silverVersion, TimeSpan span) {
    return lake.table(TableId.SILVER_ORDERS)
        .files(silverVersion, KernelSilverView.columns(), FilesThat.touch(EVENT_DATE, span))
        .map(
            file ->
                consumer ->
                    file.scan(
                        SaleColumns.NAMES,
                        cursor -> {
                          if (span.holds(SaleColumns.eventTime(cursor))) {
                            consumer.accept(SaleColumns.sale(cursor));
                          }
                        }));
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsOf(long silverVersion, Set<String> eventIds) {
    return rowsWith(silverVersion, EVENT_ID, eventIds);
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsOfOrders(long silverVersion, Set<String> orderIds) {
    return rowsWith(silverVersion, ORDER_ID, orderIds);
  }

  private Seq<TablePart<RefinedOrder>> rowsWith(long version, String column, Set<String> texts) {
    KernelTable silver = lake.table(TableId.SILVER_ORDERS);
    List<String> looked = List.of(column);
    if (texts.size() == 1) {
      byte[] text = texts.head().getBytes(UTF_8);
      return silver
          .files(version, KernelSilverView.columns(), FilesThat.hold(column, texts.head()))
          .map(rows(looked, cursor -> cursor.holds(0, text), KernelSilverView::order));
    }
    java.util.Set<String> sought = texts.toJavaSet();
    return silver
        .files(version, KernelSilverView.columns())
        .map(rows(looked, cursor -> sought.contains(cursor.text(0)), KernelSilverView::order));
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsBelowZero(long silverVersion) {
    return lake.table(TableId.SILVER_ORDERS)
        .files(silverVersion, KernelSilverView.columns(), FilesThat.goBelowZero(QUANTITY))
        .map(rows(List.of(QUANTITY), cursor -> cursor.whole(0) < 0, KernelSilverView::order));
  }

  @Override
  public Seq<TablePart<RefinedOrder>> rowsFrom(long silverVersion, Set<SourcePosition> sources) {
    return sources.isEmpty()
        ? Vector.empty()
        : lake.table(TableId.SILVER_ORDERS)
            .files(
                silverVersion, KernelSilverView.columns(), FilesThat.hold(SOURCE_OFFSET, sources))
            .map(
                rows(
                    List.of(SOURCE_OFFSET, SOURCE_PARTITION, SOURCE_TOPIC),
                    from(sources),
                    KernelSilverView::order));
  }

  @Override
  public Seq<TablePart<QuarantinedRecord>> quarantined(
      long quarantineVersion, Set<SourcePosition> sources) {
    return quarantine(
        quarantineVersion,
        sources,
        row -> !KernelQuarantineView.isRelease(row),
        KernelQuarantineView::quarantined);
  }

  @Override
  public Seq<TablePart<BronzeOrder>> released(long quarantineVersion, Set<SourcePosition> sources) {
    return quarantine(
        quarantineVersion, sources, KernelQuarantineView::isRelease, KernelQuarantineView::place);
  }

  private <R> Seq<TablePart<R>> quarantine(
      long version,
      Set<SourcePosition> sources,
      Predicate<StoredRow> wanted,
      Function<StoredRow, R> made) {
    return sources.isEmpty()
        ? Vector.empty()
        : lake.table(TableId.QUARANTINE)
            .files(version, KernelQuarantineView.columns(), FilesThat.hold(OFFSET, sources))
            .map(
                file ->
                    consumer ->
                        file.forEachRow(
                            ADDRESS,
                            from(sources),
                            row -> {
                              if (wanted.test(row)) {
                                consumer.accept(made.apply(row));
                              }
                            }));
  }

  @Override
  public Seq<TablePart<BronzeRecord>> records(long bronzeVersion, Set<SourcePosition> sources) {
    return sources.isEmpty()
        ? Vector.empty()
        : lake.table(TableId.BRONZE_ORDERS)
            .files(bronzeVersion, RecordColumns.wanted(), FilesThat.hold(OFFSET, sources))
            .map(rows(ADDRESS, from(sources), RecordColumns::record));
  }

  @Override
  public Seq<TablePart<BronzeRecord>> records(
      long bronzeVersion, BiPredicate<String, byte[]> sought) {
    return lake.table(TableId.BRONZE_ORDERS)
        .files(bronzeVersion, RecordColumns.wanted())
        .map(
            rows(
                List.of(VALUE, TOPIC),
                cursor -> !cursor.isNull(0) && sought.test(cursor.text(1), cursor.bytes(0)),
                RecordColumns::record));
  }

  private static final List<String> ADDRESS = List.of(OFFSET, PARTITION, TOPIC);

  /** Of the columns offset, partition and topic, in that order. */
  private static Predicate<ColumnCursor> from(Set<SourcePosition> sources) {
    java.util.Set<Long> offsets = sources.map(SourcePosition::offset).toJavaSet();
    return cursor ->
        offsets.contains(cursor.whole(0))
            && sources.contains(
                new SourcePosition(cursor.text(2), cursor.integer(1), cursor.whole(0)));
  }

  private static <R> Function<KernelFile, TablePart<R>> rows(
      List<String> looked, Predicate<ColumnCursor> sought, Function<StoredRow, R> made) {
    return file ->
        consumer -> file.forEachRow(looked, sought, row -> consumer.accept(made.apply(row)));
  }
}
