package io.orderlake.adapters.spark.delta.file;

import io.orderlake.adapters.spark.delta.layout.TableLayout;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Reads a table's data files from inside a task, one after the other and some thousand rows at a
 * time, column beside column; for what looks at few columns of many rows. All else reads rows, by
 * {@link DataFileReader}.
 */
public final class DataFileBatches implements Serializable {
  private static final long serialVersionUID = 1;

  private final DataFileReader disguised;

  private DataFileBatches(DataFileReader disguised) {
    this.disguised = disguised;
  }

  /** On the driver: prepares reading some of the layout's data columns, in the order given. */
  public static DataFileBatches prepare(
      SparkSession spark, String root, TableLayout layout, StructType columns) {
    boolean isAble = new ParquetFileFormat().supportBatch(spark, columns);
    return new DataFileBatches(
        DataFileReader.prepare(isAble ? spark : able(spark), root, layout, columns, true));
  }

  /** A session that reads so whatever is configured: what is read is the same either way. */
  private static SparkSession able(SparkSession spark) {
    SparkSession session = spark.newSession();
    session.conf().set(SQLConf.PARQUET_VECTORIZED_READER_ENABLED().key(), "true");
    session.conf().set(SQLConf.WHOLESTAGE_CODEGEN_ENABLED().key(), "true");
    session.conf().unset(SQLConf.WHOLESTAGE_MAX_NUM_FIELDS().key());
    return session;
  }

  /**
   * In a task: the file's batches in the order they lie in it. A batch is good until the next one
   * is asked for; the file is closed after the last one, or with the task.
   */
  @SuppressWarnings("unchecked") // they come disguised as rows
  public Iterator<ColumnarBatch> of(DataFile file) {
    Iterator<?> batches = disguised.of(file);
    return (Iterator<ColumnarBatch>) batches;
  }
}
