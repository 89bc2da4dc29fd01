package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.orderlake.domain.table.Column;
import io.orderlake.domain.table.ColumnType;
import java.util.List;

/**
 * The catalogue's columns as Kernel reads them. All may be null there: that a value is missing
 * where one must be is found, and named, when a row is read.
 */
public final class KernelColumns {
  private static final ColumnType.Cases<DataType> TYPES =
      new ColumnType.Cases<>() {
        @Override
        public DataType plain(ColumnType.Plain type) {
          return switch (type) {
            case TEXT -> StringType.STRING;
            case INTEGER -> IntegerType.INTEGER;
            case LONG -> LongType.LONG;
            case INSTANT -> TimestampType.TIMESTAMP;
            case DATE -> DateType.DATE;
            case BYTES -> BinaryType.BINARY;
          };
        }

        @Override
        public DataType decimal(int precision, int scale) {
          return new DecimalType(precision, scale);
        }

        @Override
        public DataType list(ColumnType element) {
          return new ArrayType(element.as(this), true);
        }

        @Override
        public DataType struct(List<Column> fields) {
          return KernelColumns.of(fields);
        }
      };

  private KernelColumns() {}

  /** A row of the columns, in their order. */
  public static StructType of(List<Column> columns) {
    StructType row = new StructType();
    for (Column column : columns) {
      row = row.add(column.name(), column.type().as(TYPES));
    }
    return row;
  }
}
