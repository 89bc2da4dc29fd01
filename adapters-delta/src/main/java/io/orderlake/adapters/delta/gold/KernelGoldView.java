package io.orderlake.adapters.delta.gold;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.table.GoldColumns;
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
        .files(version, columns(projection))
        .forEach(file -> file.forEachRow(row -> consumer.accept(cell(projection, row))));
  }

  /** What to read for {@link #cell}. */
  public static WantedColumns columns(GoldProjection projection) {
    return WantedColumns.of(GoldColumns.of(projection).all());
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
        projection.storedTexts(dimension -> row.textOrNone(dimension.column()).getOrNull()),
        switch (projection.time().kind()) {
          case INSTANT -> row.instant(time);
          case DATE -> row.date(time);
        });
  }
}
