package io.orderlake.adapters.delta.lake;

import io.orderlake.domain.lake.LakeFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Stands at one row of a data file and reads single values of it, by the place of their column
 * among those that were asked for. Nothing is made of a value that is not read. A value that cannot
 * be read is a {@link LakeFailure} that names the file.
 */
public final class ColumnCursor {
  private final String file;
  private final List<String> names;

  /** By column; null for one that the file lacks. */
  private final @Nullable ColumnReader[] columns;

  /** By column, the level of a value that is there. */
  private final int[] levels;

  private long row;
  private byte @Nullable [] lastSought;
  private Binary lastBinary = Binary.EMPTY;

  ColumnCursor(String file, List<String> names, @Nullable ColumnReader[] columns) {
    this.file = file;
    this.names = names;
    this.columns = columns;
    this.levels = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      ColumnReader column = columns[i];
      levels[i] = column == null ? 0 : column.getDescriptor().getMaxDefinitionLevel();
    }
  }

  /** The row's number in its group, from 0. */
  long row() {
    return row;
  }

  /** Goes to the next row, which must be there. */
  void advance() {
    try {
      for (int i = 0; i < columns.length; i++) {
        ColumnReader column = columns[i];
        if (column != null) {
          if (!isNull(i)) {
            column.skip();
          }
          column.consume();
        }
      }
    } catch (RuntimeException e) {
      throw Failures.damaged(file, e);
    }
    row++;
  }

  /** True also where the file lacks the column. */
  public boolean isNull(int column) {
    ColumnReader reader = columns[column];
    return reader == null || reader.getCurrentDefinitionLevel() < levels[column];
  }

  public int integer(int column) {
    return read(column, ColumnReader::getInteger);
  }

  public long whole(int column) {
    return read(column, ColumnReader::getLong);
  }

  public String text(int column) {
    return read(column, reader -> reader.getBinary().toStringUsingUTF8());
  }

  /** True when the column has exactly these bytes; quicker than to read them. */
  public boolean holds(int column, byte[] sought) {
    if (sought != lastSought) {
      lastSought = sought;
      lastBinary = Binary.fromConstantByteArray(sought);
    }
    return read(column, ColumnReader::getBinary).equals(lastBinary);
  }

  public byte[] bytes(int column) {
    return read(column, reader -> reader.getBinary().getBytes());
  }

  /** A timestamp, to the microsecond. */
  public Instant instant(int column) {
    return Instant.EPOCH.plus(whole(column), ChronoUnit.MICROS);
  }

  public BigDecimal decimal(int column) {
    PrimitiveType type = reader(column).getDescriptor().getPrimitiveType();
    if (!(type.getLogicalTypeAnnotation()
        instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal)) {
      throw never("a column " + type.getName() + " that is no decimal");
    }
    BigInteger unscaled =
        switch (type.getPrimitiveTypeName()) {
          case INT32 -> BigInteger.valueOf(integer(column));
          case INT64 -> BigInteger.valueOf(whole(column));
          default -> new BigInteger(bytes(column));
        };
    return new BigDecimal(unscaled, decimal.getScale());
  }

  private <T> T read(int column, Function<ColumnReader, T> value) {
    ColumnReader reader = reader(column);
    if (isNull(column)) {
      throw never("a row without " + names.get(column));
    }
    try {
      return value.apply(reader);
    } catch (RuntimeException e) {
      throw Failures.damaged(file, e);
    }
  }

  private ColumnReader reader(int column) {
    ColumnReader reader = columns[column];
    if (reader == null) {
      throw never("no column " + names.get(column) + " of single values");
    }
    return reader;
  }

  private LakeFailure never(String what) {
    return StoredColumns.never(file, what);
  }
}
