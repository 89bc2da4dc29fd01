package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.util.VectorUtils;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row, read column by column under the names it was asked for. A null where a value must be is
 * a {@link LakeFailure} that names file and column.
 */
public final class StoredRow {
  private final Row row;
  private final StoredColumns columns;

  StoredRow(Row row, StoredColumns columns) {
    this.row = row;
    this.columns = columns;
  }

  public String text(String column) {
    return row.getString(present(column));
  }

  public int integer(String column) {
    return row.getInt(present(column));
  }

  public long whole(String column) {
    return row.getLong(present(column));
  }

  /** The number, or none for null. */
  public Option<Integer> integerOrNone(String column) {
    int ordinal = columns.ordinal(column);
    return isNull(ordinal) ? Option.none() : Option.some(row.getInt(ordinal));
  }

  /** The whole number, or none for null. */
  public Option<Long> wholeOrNone(String column) {
    int ordinal = columns.ordinal(column);
    return isNull(ordinal) ? Option.none() : Option.some(row.getLong(ordinal));
  }

  public BigDecimal decimal(String column) {
    return row.getDecimal(present(column));
  }

  /** A timestamp, to the microsecond. */
  public Instant instant(String column) {
    return Instant.EPOCH.plus(row.getLong(present(column)), ChronoUnit.MICROS);
  }

  public LocalDate date(String column) {
    return LocalDate.ofEpochDay(row.getInt(present(column)));
  }

  public byte @Nullable [] bytesOrNull(String column) {
    int ordinal = columns.ordinal(column);
    return isNull(ordinal) ? null : row.getBinary(ordinal);
  }

  public byte[] bytes(String column) {
    return row.getBinary(present(column));
  }

  /** The text, or none for null. */
  public Option<String> textOrNone(String column) {
    int ordinal = columns.ordinal(column);
    return isNull(ordinal) ? Option.none() : Option.some(row.getString(ordinal));
  }

  /** The number, or none for null. */
  public Option<BigDecimal> decimalOrNone(String column) {
    int ordinal = columns.ordinal(column);
    return isNull(ordinal) ? Option.none() : Option.some(row.getDecimal(ordinal));
  }

  public boolean has(String column) {
    return !row.isNullAt(columns.ordinal(column));
  }

  /** A list of texts, none for null. */
  public List<String> texts(String column) {
    int ordinal = columns.ordinal(column);
    return isNull(ordinal) ? List.of() : VectorUtils.toJavaList(row.getArray(ordinal));
  }

  /** A list of structs, none for null, each read by {@code element} in the list's order. */
  public <T> List<T> structs(String column, Function<StoredRow, T> element) {
    int ordinal = columns.ordinal(column);
    if (isNull(ordinal)) {
      return List.of();
    }
    ArrayValue list = row.getArray(ordinal);
    if (list.getSize() == 0) {
      return List.of();
    }
    StoredColumns fields = columns.elementsOf(column);
    return VectorUtils.<Row>toJavaList(list).stream()
        .map(struct -> element.apply(new StoredRow(struct, fields)))
        .toList();
  }

  private boolean isNull(int ordinal) {
    return ordinal == StoredColumns.ABSENT || row.isNullAt(ordinal);
  }

  private int present(String column) {
    int ordinal = columns.ordinal(column);
    if (isNull(ordinal)) {
      throw never("a row without " + column);
    }
    return ordinal;
  }

  /**
   * The failure for a file that holds what no Orderlake writes.
   *
   * @param what e.g. "a row without city"
   */
  public LakeFailure never(String what) {
    return columns.never(what);
  }
}
