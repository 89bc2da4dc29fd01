package io.orderlake.adapters.spark.gold;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.orderlake.adapters.spark.delta.Micros;
import io.orderlake.adapters.spark.delta.TableLayout;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn.Kind;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A Gold table's columns, made from its projection: texts, time, revenue, units, events, partition.
 *
 * @param projection which table
 */
record GoldLayout(GoldProjection projection) implements Serializable {
  private static final DecimalType REVENUE_TYPE = DataTypes.createDecimalType(38, 4);

  TableLayout table() {
    StructType schema = new StructType();
    for (String column : projection.textColumns()) {
      schema = schema.add(column, StringType, false);
    }
    schema =
        schema
            .add(
                projection.time().name(),
                projection.time().kind() == Kind.INSTANT ? TimestampType : DateType,
                false)
            .add("revenue", REVENUE_TYPE, false)
            .add("units", LongType, false)
            .add("events", LongType, false)
            .add(projection.partitionColumn(), StringType, false);
    return new TableLayout(
        TableId.gold(projection.table()),
        schema,
        projection.partitionColumn(),
        List.of(),
        List.of(),
        Map.of("delta.checkpointInterval", "100"));
  }

  private int texts() {
    return projection.dimensions().size();
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
            projection.texts(d -> row.getString(projection.dimensions().indexOf(d))),
            time),
        new Revenue(
            Amount.of(
                row.getDecimal(column + 1, REVENUE_TYPE.precision(), REVENUE_TYPE.scale())
                    .toJavaBigDecimal()),
            row.getLong(column + 2),
            row.getLong(column + 3)));
  }

  /** The cell's row, without the partition column. */
  InternalRow row(GoldKey key, Revenue revenue) {
    int column = texts();
    Object[] values = new Object[column + 4];
    for (int i = 0; i < column; i++) {
      values[i] = UTF8String.fromString(key.texts().get(i));
    }
    values[column] =
        projection.time().kind() == Kind.INSTANT
            ? (Object) Micros.of(key.instant())
            : (Object) (int) key.date().toEpochDay();
    values[column + 1] =
        Decimal.apply(revenue.amount().value(), REVENUE_TYPE.precision(), REVENUE_TYPE.scale());
    values[column + 2] = revenue.units();
    values[column + 3] = revenue.events();
    return new GenericInternalRow(values);
  }
}
