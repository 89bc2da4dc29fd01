package io.orderlake.domain.table;

import static io.orderlake.domain.table.ColumnType.Plain.DATE;
import static io.orderlake.domain.table.ColumnType.Plain.INSTANT;
import static io.orderlake.domain.table.ColumnType.Plain.LONG;
import static io.orderlake.domain.table.ColumnType.Plain.TEXT;

import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.table.ColumnType.Decimal;
import java.util.ArrayList;
import java.util.List;

/** Gold: the columns of any table, made from its projection. */
public final class GoldColumns {
  /** Of money, added up over many orders. */
  public static final Decimal MONEY = new Decimal(38, Amount.SCALE);

  /** The newest layout of all Gold tables. */
  static final int LAYOUT = 2;

  private GoldColumns() {}

  /** The table of that projection: texts, time, measures, partition. */
  public static TableSchema of(GoldProjection projection) {
    List<Column> columns = new ArrayList<>();
    projection.dimensions().forEach(dimension -> columns.add(text(dimension)));
    columns.add(time(projection.time()));
    projection.measures().all().forEach(measure -> columns.add(measured(measure)));
    return new TableSchema(
        TableId.gold(projection.table()),
        "a cell: what the events of Silver come to that have these texts and lie in this %s"
            .formatted(projection.time().name()),
        columns,
        Column.of(
            projection.partitionColumn(),
            TEXT,
            "the %s in which the cell begins, in the reporting zone"
                .formatted(projection.partitionColumn())),
        ProjectionPositionNames.OF_GOLD);
  }

  private static Column text(Dimension dimension) {
    return dimension == Dimension.CURRENCY
        ? Column.later(
            LAYOUT,
            dimension.column(),
            TEXT,
            "Silver's column of that name; null in rows of before it was, and then the lake's own")
        : Column.of(
            dimension.column(), TEXT, "Silver's column of that name; empty where that is null");
  }

  private static Column measured(Measure measure) {
    return switch (measure.kind()) {
      case MONEY ->
          Column.of(
              measure.column(),
              MONEY,
              "the measure of that name, of the cell's events, in units of "
                  + (measure == Measure.CONVERTED ? "what rates convert to" : "currency"));
      case WHOLE ->
          Column.of(measure.column(), LONG, "the measure of that name, of the cell's events");
    };
  }

  private static Column time(TimeColumn time) {
    return switch (time.kind()) {
      case INSTANT -> Column.of(time.name(), INSTANT, "when the " + time.name() + " begins");
      case DATE ->
          Column.of(
              time.name(), DATE, "the first day of the " + time.name() + ", in the reporting zone");
    };
  }
}
