package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.layout.Micros;
import io.orderlake.adapters.spark.delta.layout.SparkColumns;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn.Kind;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.table.GoldColumns;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * A Gold table's columns, made from its projection: texts, time, measures, partition.
 *
 * @param number tells its cells from those of the other tables, in a shuffle above all
 * @param projection which table
 */
record GoldLayout(int number, GoldProjection projection) implements Serializable {
  private static final DecimalType MONEY = SparkColumns.of(GoldColumns.MONEY);

  TableLayout table() {
    return TableLayout.of(GoldColumns.of(projection), List.of(), List.of(), Map.of());
  }

  private int texts() {
    return projection.dimensions().size();
  }

  private int place(Measure measure) {
    return texts() + 1 + projection.measures().all().indexOf(measure);
  }

  /** The cell in a row of that partition's files. */
  GoldCell cell(InternalRow row, String partition) {
    int column = texts();
    Comparable<?> time =
        projection.time().kind() == Kind.INSTANT
            ? Micros.instant(row.getLong(column))
            : LocalDate.ofEpochDay(row.getInt(column));
    return new GoldCell(
        new GoldKey(
            partition,
            projection.storedTexts(d -> text(row, projection.dimensions().indexOf(d))),
            time),
        projection
            .measures()
            .stored(
                money ->
                    Amount.of(
                        row.getDecimal(place(money), MONEY.precision(), MONEY.scale())
                            .toJavaBigDecimal()),
                number -> row.getLong(place(number))));
  }

  private static @Nullable String text(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? null : row.getString(ordinal);
  }

  /** The cell's row, without the partition column. */
  InternalRow row(GoldKey key, Figures figures) {
    int column = texts();
    List<Measure> measures = projection.measures().all();
    Object[] values = new Object[column + 1 + measures.size()];
    for (int i = 0; i < column; i++) {
      values[i] = UTF8String.fromString(key.texts().get(i));
    }
    values[column] =
        projection.time().kind() == Kind.INSTANT
            ? (Object) Micros.of(key.instant())
            : (Object) (int) key.date().toEpochDay();
    for (int i = 0; i < measures.size(); i++) {
      values[column + 1 + i] = value(measures.get(i), figures);
    }
    return new GenericInternalRow(values);
  }

  private static Object value(Measure measure, Figures figures) {
    return switch (measure.kind()) {
      case MONEY ->
          Decimal.apply(figures.amount(measure).value(), MONEY.precision(), MONEY.scale());
      case WHOLE -> figures.number(measure);
    };
  }
}
