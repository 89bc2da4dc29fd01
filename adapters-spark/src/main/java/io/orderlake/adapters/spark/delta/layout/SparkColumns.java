package io.orderlake.adapters.spark.delta.layout;

import io.orderlake.domain.table.Column;
import io.orderlake.domain.table.ColumnType;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** The catalogue's columns as Spark has them. */
public final class SparkColumns {
  private static final ColumnType.Cases<DataType> TYPES =
      new ColumnType.Cases<>() {
        @Override
        public DataType plain(ColumnType.Plain type) {
          return switch (type) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case INSTANT -> DataTypes.TimestampType;
            case DATE -> DataTypes.DateType;
            case BYTES -> DataTypes.BinaryType;
          };
        }

        @Override
        public DataType decimal(int precision, int scale) {
          return DataTypes.createDecimalType(precision, scale);
        }

        @Override
        public DataType list(ColumnType element) {
          return DataTypes.createArrayType(element.as(this));
        }

        @Override
        public DataType struct(List<Column> fields) {
          return SparkColumns.of(fields);
        }
      };

  private SparkColumns() {}

  /** A row of the columns, in their order. */
  public static StructType of(List<Column> columns) {
    StructType row = new StructType();
    for (Column column : columns) {
      row = row.add(column.name(), column.type().as(TYPES), column.mayBeNull());
    }
    return row;
  }

  /** The type of a column of decimal numbers. */
  public static DecimalType of(ColumnType.Decimal type) {
    return DataTypes.createDecimalType(type.precision(), type.scale());
  }
}
