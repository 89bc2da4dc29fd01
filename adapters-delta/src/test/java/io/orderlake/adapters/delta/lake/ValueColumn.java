package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A column over plain Java values, for writing. A struct is a map from ordinal to value, an array
 * is a list.
 */
record ValueColumn(DataType getDataType, List<Object> values) implements ColumnVector {

  static ColumnarBatch batch(StructType schema, List<Map<Integer, Object>> rows) {
    ColumnVector[] columns =
        IntStream.range(0, schema.length())
            .mapToObj(i -> field(schema, i, rows))
            .toArray(ColumnVector[]::new);
    return new DefaultColumnarBatch(rows.size(), schema, columns);
  }

  private static ValueColumn field(StructType struct, int ordinal, List<?> rows) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(row == null ? null : ((Map<?, ?>) row).get(ordinal)));
    return new ValueColumn(struct.at(ordinal).getDataType(), values);
  }

  @Override
  public int getSize() {
    return values.size();
  }

  @Override
  public boolean isNullAt(int row) {
    return values.get(row) == null;
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
  public byte[] getBinary(int row) {
    return (byte[]) values.get(row);
  }

  @Override
  public BigDecimal getDecimal(int row) {
    return (BigDecimal) values.get(row);
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    return field((StructType) getDataType, ordinal, values);
  }

  @Override
  public ArrayValue getArray(int row) {
    List<Object> list = new ArrayList<>((List<?>) values.get(row));
    ValueColumn elements = new ValueColumn(((ArrayType) getDataType).getElementType(), list);
    return new ArrayValue() {
      @Override
      public int getSize() {
        return list.size();
      }

      @Override
      public ColumnVector getElements() {
        return elements;
      }
    };
  }

  @Override
  public void close() {}
}
