package io.orderlake.adapters.spark.delta.file;

import io.orderlake.adapters.spark.delta.interop.DataRoot;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Map$;

/**
 * Writes a table's data files from inside a task, with Spark's own Parquet writer. One task may
 * write to several tables; nothing is visible before a commit names the files.
 */
public final class DataFileWriters implements Serializable {
  private static final long serialVersionUID = 1;

  /** Of zstd's levels; the default one makes files 1 or 2 in a hundred smaller and takes longer. */
  private static final int FASTEST = 1;

  /**
   * Rows of any number of partitions may meet in one task. An open file costs memory; and with each
   * that is opened or closed Parquet looks at all that are open.
   */
  static final int MOST_OPEN = 5;

  private final String root;
  private final String partitionColumn;
  private final String suffix;
  private final OutputWriterFactory writers;
  private final Broadcast<SerializableConfiguration> configuration;
  private final FileStatistics.Column[] statistics;
  private final org.apache.spark.sql.types.StructType dataSchema;

  private DataFileWriters(
      String root,
      TableLayout layout,
      String codec,
      OutputWriterFactory writers,
      Broadcast<SerializableConfiguration> configuration) {
    this.root = DataRoot.of(root);
    this.suffix = "." + codec + ".parquet";
    this.partitionColumn = layout.partitionColumn();
    this.dataSchema = layout.dataSchema();
    this.writers = writers;
    this.configuration = configuration;
    this.statistics = FileStatistics.Column.of(dataSchema, layout.statistics());
  }

  /** On the driver: prepares writing to the table. */
  public static DataFileWriters prepare(SparkSession spark, String root, TableLayout layout)
      throws IOException {
    Job job = Job.getInstance(spark.sessionState().newHadoopConf());
    job.getConfiguration().setInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, FASTEST);
    for (String column : layout.distinct()) {
      job.getConfiguration()
          .setBoolean(ParquetOutputFormat.ENABLE_DICTIONARY + "#" + column, false);
    }
    OutputWriterFactory writers =
        new ParquetFileFormat()
            .prepareWrite(spark, job, Map$.MODULE$.<String, String>empty(), layout.dataSchema());
    return new DataFileWriters(
        root,
        layout,
        spark.sessionState().conf().parquetCompressionCodec(),
        writers,
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(new SerializableConfiguration(job.getConfiguration())));
  }

  /**
   * In a task: opens a writer, which the task closes. What a task that fails has written is named
   * by no commit and never seen.
   */
  public Writer open() {
    return new Writer();
  }

  /** That of all tasks of this machine. */
  private Configuration hadoop() {
    return configuration.value().value();
  }

  /** Writes rows to one file per partition value; used by one task. */
  public final class Writer {
    private final Map<String, OpenFile> files = new LinkedHashMap<>();
    private final TaskAttemptContext context =
        new TaskAttemptContextImpl(hadoop(), new TaskAttemptID());
    private final List<DataFile> written = new ArrayList<>();
    private @Nullable WaitingRows waiting;

    private Writer() {}

    /**
     * Adds a row.
     *
     * @param partition the partition column's value
     * @param row the data columns, in the layout's order
     */
    public void write(String partition, InternalRow row) {
      OpenFile file = files.get(partition);
      if (file == null && files.size() >= MOST_OPEN) {
        await(partition, row);
        return;
      }
      if (file == null) {
        file = new OpenFile(partition, context);
        files.put(partition, file);
      }
      file.add(row);
    }

    private void await(String partition, InternalRow row) {
      if (waiting == null) {
        waiting = new WaitingRows(dataSchema);
      }
      waiting.add(partition, row);
      if (waiting.areTooMany()) {
        try {
          write(waiting);
        } catch (IOException e) {
          throw new UncheckedIOException("writing to " + root, e);
        }
      }
    }

    /** Partition by partition, so that one more file is open at a time. */
    private void write(WaitingRows waited) throws IOException {
      for (Map.Entry<String, List<UnsafeRow>> rows : waited.take().entrySet()) {
        OpenFile file = new OpenFile(rows.getKey(), context);
        rows.getValue().forEach(file::add);
        written.add(file.close());
      }
    }

    /**
     * Closes the files of all other partitions, for a caller whose rows come partition by
     * partition: an open file costs memory, and many of them time.
     */
    public void only(String partition) throws IOException {
      if (!files.containsKey(partition)) {
        closeFiles();
      }
    }

    /** Closes the files that are open: what is written from now on goes to others. */
    public void cut() throws IOException {
      closeFiles();
    }

    /** Closes all files and says what was written. */
    public List<DataFile> close() throws IOException {
      closeFiles();
      return List.copyOf(written);
    }

    private void closeFiles() throws IOException {
      if (waiting != null) {
        write(waiting);
      }
      for (OpenFile file : files.values()) {
        written.add(file.close());
      }
      files.clear();
    }
  }

  private final class OpenFile {
    private final String partition;
    private final String relative;
    private final OutputWriter writer;
    private final FileStatistics seen = new FileStatistics(statistics);

    OpenFile(String partition, TaskAttemptContext context) {
      this.partition = partition;
      this.relative = partitionColumn + "=" + partition + "/part-" + UUID.randomUUID() + suffix;
      this.writer =
          TrueCalendar.writing(
              () -> writers.newInstance(root + "/" + relative, dataSchema, context));
    }

    void add(InternalRow row) {
      writer.write(row);
      seen.add(row);
    }

    DataFile close() throws IOException {
      writer.close();
      Path path = new Path(root, relative);
      long bytes = path.getFileSystem(hadoop()).getFileStatus(path).getLen();
      return new DataFile(relative, partition, bytes, seen.records(), seen.json());
    }
  }
}
