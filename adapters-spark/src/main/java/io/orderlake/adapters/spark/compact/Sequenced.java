package io.orderlake.adapters.spark.compact;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.table.BronzeColumns;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.OptionalLong;

/**
 * A live file and its place in its table's order.
 *
 * @param file as the log has it
 * @param sequence the least ingest sequence of its rows
 */
record Sequenced(DataFile file, long sequence) {
  /** In the order of Bronze; files of one ingest sequence lie beside each other in any order. */
  static final Comparator<Sequenced> ORDER =
      Comparator.comparingLong(Sequenced::sequence).thenComparing(each -> each.file.path());

  /**
   * None for a file that another client wrote in a way of its own: without the statistics that give
   * its place, or with rows that are marked as deleted.
   */
  static Option<Sequenced> of(DataFile file) {
    OptionalLong sequence = file.least(BronzeColumns.INGEST_SEQUENCE);
    return Option.when(sequence.isPresent(), () -> new Sequenced(file, sequence.getAsLong()));
  }

  /** As the rule on small files sees it. */
  io.orderlake.domain.lake.DataFile dataFile() {
    return new io.orderlake.domain.lake.DataFile(file.path(), file.partition(), file.bytes());
  }
}
