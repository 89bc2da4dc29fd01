package io.orderlake.adapters.spark.delta;

import java.io.Serializable;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.InternalRow$;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map$;

/**
 * Reads a table's data files from inside a task, one after the other and row by row, with Spark's
 * own Parquet reader; the other direction of {@link TableFiles}.
 */
public final class TableRows implements Serializable {
  private static final long serialVersionUID = 1;

  private final Function1<PartitionedFile, Iterator<InternalRow>> reader;

  private TableRows(Function1<PartitionedFile, Iterator<InternalRow>> reader) {
    this.reader = reader;
  }

  /** On the driver: prepares reading some of the layout's data columns, in the order given. */
  static TableRows prepare(SparkSession spark, TableLayout layout, StructType columns) {
    return new TableRows(
        new ParquetFileFormat()
            .buildReaderWithPartitionValues(
                spark,
                layout.dataSchema(),
                new StructType(),
                columns,
                ScalaValues.seq(java.util.List.of()),
                ScalaValues.map(
                    TrueCalendar.READING
                        .put(FileFormat.OPTION_RETURNING_BATCH(), "false")
                        .toJavaMap()),
                spark.sessionState().newHadoopConf()));
  }

  /**
   * In a task, or on the driver: the file's rows in the order they lie in it. A row is good until
   * the next one is asked for; the file is closed after the last one, or with the task.
   */
  public java.util.Iterator<InternalRow> of(DataFileRef file) {
    String path = file.path();
    long bytes = file.bytes();
    return JavaConverters.asJavaIterator(
        reader.apply(
            new PartitionedFile(
                InternalRow$.MODULE$.empty(),
                SparkPath.fromPathString(path),
                0,
                bytes,
                new String[0],
                0,
                bytes,
                Map$.MODULE$.empty())));
  }
}
