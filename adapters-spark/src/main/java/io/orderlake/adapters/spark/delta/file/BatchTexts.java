package io.orderlake.adapters.spark.delta.file;

import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one column of a batch. Where the column has a dictionary, each of its texts that
 * occurs is made a string once for the batch, and not for each row.
 */
public final class BatchTexts {
  private static final int USUAL_SIZE = 256;

  private final ColumnVector column;
  private final @Nullable WritableColumnVector places;
  private @Nullable String[] texts;

  /**
   * Of a batch.
   *
   * @param ordinal the column's place
   */
  public BatchTexts(ColumnarBatch batch, int ordinal) {
    this.column = batch.column(ordinal);
    this.places =
        column instanceof WritableColumnVector written && written.hasDictionary()
            ? written.getDictionaryIds()
            : null;
    this.texts = new @Nullable String[places == null ? 0 : USUAL_SIZE];
  }

  /** The row's text; null where it has none. */
  public @Nullable String at(int row) {
    if (column.isNullAt(row)) {
      return null;
    }
    return places == null ? column.getUTF8String(row).toString() : at(row, places.getDictId(row));
  }

  private String at(int row, int place) {
    if (place >= texts.length) {
      texts = Arrays.copyOf(texts, Math.max(place + 1, 2 * texts.length));
    }
    String text = texts[place];
    if (text == null) {
      text = column.getUTF8String(row).toString();
      texts[place] = text;
    }
    return text;
  }
}
