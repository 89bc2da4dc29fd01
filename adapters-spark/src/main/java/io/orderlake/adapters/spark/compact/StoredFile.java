package io.orderlake.adapters.spark.compact;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.Json;
import io.orderlake.domain.lake.DataFile;
import io.vavr.control.Option;
import java.util.Comparator;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * A live file and its place in its table's order.
 *
 * @param action as the log has it
 * @param partition the partition column's value
 * @param records how many rows the log counts in it
 * @param sequence the least ingest sequence of its rows
 */
record StoredFile(AddFile action, String partition, long records, long sequence) {
  /** In the order of Bronze; files of one ingest sequence lie beside each other in any order. */
  static final Comparator<StoredFile> ORDER =
      Comparator.comparingLong(StoredFile::sequence).thenComparing(file -> file.action.path());

  /**
   * None for a file that another client wrote in a way of its own: without the statistics that give
   * its place, or with rows that are marked as deleted.
   */
  static Option<StoredFile> of(AddFile action, String partitionColumn) {
    if (action.stats() == null || action.deletionVector() != null) {
      return Option.none();
    }
    JsonNode statistics = Json.read(action.stats(), "the statistics of " + action.path());
    JsonNode records = statistics.path("numRecords");
    JsonNode sequence = statistics.path("minValues").path(BronzeLayout.INGEST_SEQUENCE_COLUMN);
    return Option.when(
        records.isIntegralNumber() && sequence.isIntegralNumber(),
        () ->
            new StoredFile(
                action,
                action.partitionValues().apply(partitionColumn),
                records.asLong(),
                sequence.asLong()));
  }

  DataFile dataFile() {
    return new DataFile(action.path(), partition, action.size());
  }
}
