package io.orderlake.adapters.spark.delta.file;

import io.orderlake.adapters.spark.delta.interop.DataRoot;
import io.orderlake.adapters.spark.delta.interop.ScalaValues;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.lake.LakeFailure;
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
 * own Parquet reader; the other direction of {@link DataFileWriters}.
 */
public final class DataFileReader implements Serializable {
  private static final long serialVersionUID = 1;

  private final String root;
  private final Function1<PartitionedFile, Iterator<InternalRow>> reader;

  private DataFileReader(String root, Function1<PartitionedFile, Iterator<InternalRow>> reader) {
    this.root = root;
    this.reader = reader;
  }

  /** On the driver: prepares reading some of the layout's data columns, in the order given. */
  public static DataFileReader prepare(
      SparkSession spark, String root, TableLayout layout, StructType columns) {
    return prepare(spark, root, layout, columns, false);
  }

  /**
   * The same.
   *
   * @param asBatches whether the rows are batches of rows in disguise
   */
  static DataFileReader prepare(
      SparkSession spark, String root, TableLayout layout, StructType columns, boolean asBatches) {
    return new DataFileReader(
        root,
        new ParquetFileFormat()
            .buildReaderWithPartitionValues(
                spark,
                layout.dataSchema(),
                new StructType(),
                columns,
                ScalaValues.seq(java.util.List.of()),
                ScalaValues.map(
                    CalendarSettings.READING
                        .put(FileFormat.OPTION_RETURNING_BATCH(), Boolean.toString(asBatches))
                        .toJavaMap()),
                spark.sessionState().newHadoopConf()));
  }

  /**
   * In a task, or on the driver: the file's rows in the order they lie in it. A row is good until
   * the next one is asked for; the file is closed after the last one, or with the task.
   */
  public java.util.Iterator<InternalRow> of(DataFile file) {
    String path = file.under(DataRoot.of(root)).toString();
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

  /** The file's whole path. */
  public String pathOf(DataFile file) {
    return file.under(root).toString();
  }

  /** The failure of a file that does not hold what the log says. */
  public LakeFailure miscounted(DataFile file, long rows) {
    return LakeFailure.lasting(
        "%s holds %s rows, but the table's log counts %s: restore the file from a backup"
            .formatted(pathOf(file), rows, file.records()));
  }
}
