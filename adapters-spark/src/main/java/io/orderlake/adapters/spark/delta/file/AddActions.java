package io.orderlake.adapters.spark.delta.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.spark.delta.interop.Json;
import io.orderlake.adapters.spark.delta.interop.ScalaValues;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.actions.AddFile;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * A table's data files in Delta's words, which are the add actions of its log, and in Orderlake's.
 *
 * @param partitionColumn the table's
 * @param logRoot the root of the table that the log is of
 * @param filesRoot the root under which the files lie; mostly the same
 */
public record AddActions(String partitionColumn, String logRoot, String filesRoot) {
  /** The files as values, in the order given. */
  public List<DataFile> files(Collection<AddFile> actions) {
    return actions.stream().map(this::file).toList();
  }

  /** The file as a value. */
  public DataFile file(AddFile action) {
    long records = records(action);
    boolean isExact = records != DataFile.UNCOUNTED && action.deletionVector() == null;
    return new DataFile(
        pathOf(action.path()),
        action.partitionValues().apply(partitionColumn),
        action.size(),
        records,
        isExact ? action.stats() : null);
  }

  private static long records(AddFile action) {
    @Nullable String statistics = action.stats();
    if (statistics == null || statistics.isEmpty()) {
      return DataFile.UNCOUNTED;
    }
    JsonNode counted =
        Json.read(statistics, "the statistics of " + action.path()).path("numRecords");
    if (!counted.isIntegralNumber()) {
      return DataFile.UNCOUNTED;
    }
    return action.deletionVector() == null
        ? counted.asLong()
        : counted.asLong() - action.deletionVector().cardinality();
  }

  /** An action that adds the file. */
  public AddFile added(DataFile file, long now, boolean changesData) {
    return new AddFile(
        name(file),
        ScalaValues.map(Map.of(partitionColumn, file.partition())),
        file.bytes(),
        now,
        changesData,
        file.statistics(),
        null,
        null,
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  /** What the log calls the file. */
  public String name(DataFile file) {
    return filesRoot.equals(logRoot) ? file.path() : file.under(filesRoot).toUri().toString();
  }

  private String pathOf(String name) {
    return filesRoot.equals(logRoot)
        ? name
        : new Path(filesRoot).toUri().relativize(URI.create(name)).toString();
  }
}
