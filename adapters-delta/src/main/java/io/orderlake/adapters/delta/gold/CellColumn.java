package io.orderlake.adapters.delta.gold;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.types.DataType;
import java.math.BigDecimal;
import java.util.List;

/**
 * A column of cells, as Kernel writes it. No value is missing.
 *
 * @param getDataType the column's type
 * @param values a text, a whole number, an exact decimal, microseconds or days since 1970
 */
record CellColumn(DataType getDataType, List<Object> values) implements ColumnVector {
  @Override
  public int getSize() {
    return values.size();
  }

  @Override
  public boolean isNullAt(int row) {
    return false;
  }

  @Override
  public int getInt(int row) {
    return (int) values.get(row);
  }

  @Override
  public long getLong(int row) {
    return (long) values.get(row);
  }

  @Override
  public String getString(int row) {
    return (String) values.get(row);
  }

  @Override
  public BigDecimal getDecimal(int row) {
    return (BigDecimal) values.get(row);
  }

  @Override
  public void close() {}
}
