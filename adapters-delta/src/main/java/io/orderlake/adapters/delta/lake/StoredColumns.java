package io.orderlake.adapters.delta.lake;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.orderlake.domain.lake.LakeFailure;
import java.util.HashMap;
import java.util.Map;

/** The columns of the rows of one file: where each lies in a row, found once and not per row. */
final class StoredColumns {
  private final String file;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, StoredColumns> elements = new HashMap<>();

  StoredColumns(StructType columns, String file) {
    this.file = file;
    for (StructField column : columns.fields()) {
      ordinals.put(column.getName(), ordinals.size());
      if (column.getDataType() instanceof ArrayType list
          && list.getElementType() instanceof StructType fields) {
        elements.put(column.getName(), new StoredColumns(fields, file));
      }
    }
  }

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
    return LakeFailure.lasting(
        "the file "
            + file
            + " holds "
            + what
            + ", which Orderlake never writes; restore the file from a backup, or rebuild the"
            + " table");
  }
}
