package io.orderlake.adapters.spark.delta.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderlake.adapters.spark.delta.interop.Json;
import io.orderlake.domain.lake.LakeFailure;
import java.io.Serializable;
import java.net.URI;
import java.util.NavigableSet;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * A data file of a table, whole and closed: of a task that has just written it, or of an add action
 * in the table's log.
 *
 * @param path relative to the root of the table's files; whole for one that lies elsewhere; encoded
 *     as in a URI
 * @param partition the partition column's value
 * @param bytes its size
 * @param records its rows, as whoever wrote it counted them; {@value #UNCOUNTED} if nobody did
 * @param statistics Delta's statistics, as JSON; null where another client wrote none that count
 *     the rows, or has marked some of the rows as deleted
 */
public record DataFile(
    String path, String partition, long bytes, long records, @Nullable String statistics)
    implements Serializable {
  static final long UNCOUNTED = -1;

  /** Its rows. */
  @Override
  public long records() {
    if (records == UNCOUNTED) {
      throw LakeFailure.lasting(
          "the table's log does not say how many rows %s holds: another client wrote it; restore the table from a backup"
              .formatted(path));
    }
    return records;
  }

  /** The least value of a column of whole numbers; empty where the statistics do not say. */
  public OptionalLong least(String column) {
    return bound("minValues", column);
  }

  /** The greatest value of a column of whole numbers; empty where the statistics do not say. */
  public OptionalLong greatest(String column) {
    return bound("maxValues", column);
  }

  private OptionalLong bound(String which, String column) {
    JsonNode bound = noted(which, column);
    return bound.isIntegralNumber() ? OptionalLong.of(bound.asLong()) : OptionalLong.empty();
  }

  private JsonNode noted(String which, String column) {
    return statistics == null
        ? MissingNode.getInstance()
        : Json.read(statistics, "the statistics of " + path).path(which).path(column);
  }

  /** Whether the statistics say that no row has a value in that column. */
  public boolean hasNone(String column) {
    JsonNode nulls = noted("nullCount", column);
    return nulls.isIntegralNumber() && nulls.asLong() == records();
  }

  /** Whether a row may have one of those texts in that column, by the statistics. */
  public boolean mayHaveAny(String column, NavigableSet<UTF8String> texts) {
    JsonNode least = noted("minValues", column);
    JsonNode greatest = noted("maxValues", column);
    if (!least.isTextual() || !greatest.isTextual()) {
      return true;
    }
    UTF8String first = texts.ceiling(UTF8String.fromString(least.asText()));
    return first != null && first.compareTo(UTF8String.fromString(greatest.asText())) <= 0;
  }

  /**
   * The file as a task reads it: what a commit notes of its columns stays on the driver. No commit
   * takes it for the live file.
   */
  public DataFile withoutStatistics() {
    return new DataFile(path, partition, bytes, records, null);
  }

  /** The whole path, in a table whose files lie under that root. */
  public Path under(String root) {
    Path named = new Path(URI.create(path));
    return named.isAbsolute() ? named : new Path(root, named);
  }
}
