package io.orderlake.adapters.delta.gold;

import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import java.util.function.Consumer;

/** Gold's cells out of its Delta tables. */
public final class KernelGoldView implements GoldView {
  private final KernelLake lake;

  public KernelGoldView(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public void forEach(GoldProjection projection, long version, Consumer<GoldCell> consumer) {
    lake.table(TableId.gold(projection.table()))
        .forEachRow(version, columns(projection), row -> consumer.accept(cell(projection, row)));
  }

  /** What to read for {@link #cell}. */
  public static StructType columns(GoldProjection projection) {
    StructType columns = new StructType();
    for (String column : projection.textColumns()) {
      columns = columns.add(column, StringType.STRING);
    }
    columns = columns.add(projection.time().name(), timeType(projection.time()));
    for (Measure measure : projection.measures().all()) {
      columns = columns.add(measure.column(), type(measure));
    }
    return columns.add(projection.partitionColumn(), StringType.STRING);
  }

  private static DataType type(Measure measure) {
    return switch (measure.kind()) {
      case MONEY -> new DecimalType(38, Amount.SCALE);
      case WHOLE -> LongType.LONG;
    };
  }

  private static DataType timeType(TimeColumn column) {
    return switch (column.kind()) {
      case INSTANT -> TimestampType.TIMESTAMP;
      case DATE -> DateType.DATE;
    };
  }

  /** The cell in a row that has these columns. */
  public static GoldCell cell(GoldProjection projection, StoredRow row) {
    return new GoldCell(
        key(projection, row),
        projection
            .measures()
            .stored(
                money -> Amount.of(row.decimal(money.column())),
                number -> row.whole(number.column())));
  }

  private static GoldKey key(GoldProjection projection, StoredRow row) {
    String partition = row.text(projection.partitionColumn());
    String time = projection.time().name();
    return new GoldKey(
        partition,
        projection.texts(dimension -> row.text(dimension.column())),
        switch (projection.time().kind()) {
          case INSTANT -> row.instant(time);
          case DATE -> row.date(time);
        });
  }
}
