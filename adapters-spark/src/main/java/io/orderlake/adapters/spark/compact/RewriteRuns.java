package io.orderlake.adapters.spark.compact;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.adapters.spark.delta.interop.Failures;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Writes the rows of each run of files into one file, in their order. Holds one row group at a
 * time, however long the run is.
 */
record RewriteRuns(DataFileReader rows, DataFileWriters writers)
    implements FlatMapFunction<Iterator<RewriteRuns.Run>, DataFile> {

  /** Files to be rewritten into one. */
  record Run(String partition, ArrayList<DataFile> sources) implements Serializable {}

  @Override
  public Iterator<DataFile> call(Iterator<Run> runs) throws Exception {
    List<DataFile> written = new ArrayList<>();
    while (runs.hasNext()) {
      Run run = runs.next();
      DataFileWriters.Writer writer = writers.open();
      for (DataFile source : run.sources()) {
        long copied =
            Failures.during(
                "reading " + rows.pathOf(source), () -> copy(source, run.partition(), writer));
        if (copied != source.records()) {
          throw rows.miscounted(source, copied);
        }
      }
      written.addAll(writer.close());
    }
    return written.iterator();
  }

  private long copy(DataFile source, String partition, DataFileWriters.Writer writer) {
    long copied = 0;
    Iterator<InternalRow> stored = rows.of(source);
    while (stored.hasNext()) {
      writer.write(partition, stored.next());
      copied++;
    }
    return copied;
  }
}
