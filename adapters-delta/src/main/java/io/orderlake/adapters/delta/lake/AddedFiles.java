package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The files that single commits have added rows with; those that hold rows of before in another
 * place are none.
 *
 * @param table the table's path
 */
record AddedFiles(Engine engine, Configuration configuration, String table) {
  private static final StructType ADD =
      new StructType()
          .add("path", StringType.STRING)
          .add("size", LongType.LONG)
          .add("modificationTime", LongType.LONG)
          .add("dataChange", BooleanType.BOOLEAN);

  private static final StructType ACTION = new StructType().add("add", ADD);

  /** Goes through some columns of one commit's rows. */
  void scan(long version, List<String> columns, Consumer<ColumnCursor> consumer) {
    String attempted = "reading what version " + version + " of " + table + " has added";
    for (FileStatus file : Failures.attempt(attempted, () -> files(version))) {
      try (ScannedFile opened = ScannedFile.open(file, configuration)) {
        opened.forEach(columns, consumer);
      } catch (IOException e) {
        throw Failures.of(attempted, e);
      }
    }
  }

  private List<FileStatus> files(long version) throws IOException {
    PositionLog.Commit commit =
        PositionLog.Commit.find(table, configuration, version)
            .getOrElseThrow(
                () ->
                    LakeFailure.because(
                        FailureCause.REPLACED, "commit " + version + " is in the log no more"));
    List<FileStatus> files = new ArrayList<>();
    try (CloseableIterator<ColumnarBatch> batches =
        engine
            .getJsonHandler()
            .readJsonFiles(
                Utils.singletonCloseableIterator(commit.file()), ACTION, Optional.empty())) {
      while (batches.hasNext()) {
        take(batches.next(), files);
      }
    }
    return files;
  }

  private void take(ColumnarBatch batch, List<FileStatus> files) {
    ColumnVector adds = batch.getColumnVector(0);
    for (int i = 0; i < batch.getSize(); i++) {
      if (!adds.isNullAt(i) && adds.getChild(3).getBoolean(i)) {
        Path path = new Path(new Path(table), new Path(URI.create(adds.getChild(0).getString(i))));
        files.add(
            FileStatus.of(
                path.toString(), adds.getChild(1).getLong(i), adds.getChild(2).getLong(i)));
      }
    }
  }
}
