package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.util.HashMap;
import java.util.Map;

/** The columns of the rows of one file: where each lies in a row, found once and not per row. */
final class StoredColumns {
  /** The column is null in every row. */
  static final int ABSENT = -1;

  private final String file;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, StoredColumns> elements = new HashMap<>();

  /**
   * The columns.
   *
   * @param columns those that are in the rows
   * @param later those that may be asked for all the same
   */
  StoredColumns(StructType columns, StructType later, String file) {
    this.file = file;
    for (StructField column : columns.fields()) {
      ordinals.put(column.getName(), ordinals.size());
      if (column.getDataType() instanceof ArrayType list
          && list.getElementType() instanceof StructType fields) {
        elements.put(column.getName(), new StoredColumns(fields, new StructType(), file));
      }
    }
    for (StructField column : later.fields()) {
      ordinals.putIfAbsent(column.getName(), ABSENT);
    }
  }

  /** Where it lies, or {@link #ABSENT}. */
  int ordinal(String column) {
    Integer ordinal = ordinals.get(column);
    if (ordinal == null) {
      throw new IllegalArgumentException("column " + column + " was not asked for");
    }
    return ordinal;
  }

  /** The fields of a list's structs. */
  StoredColumns elementsOf(String column) {
    StoredColumns fields = elements.get(column);
    if (fields == null) {
      throw new IllegalArgumentException("column " + column + " is no list of structs");
    }
    return fields;
  }

  /** The failure for the file, when it holds what no Orderlake writes. */
  LakeFailure never(String what) {
    return never(file, what);
  }

  /**
   * The failure for a file that holds what no Orderlake writes.
   *
   * @param what e.g. "a row without city"
   */
  static LakeFailure never(String file, String what) {
    return LakeFailure.because(
        FailureCause.OTHER_SHAPE,
        "the file "
            + file
            + " holds "
            + what
            + ", which Orderlake never writes; restore the file from a backup, or rebuild the"
            + " table");
  }
}
