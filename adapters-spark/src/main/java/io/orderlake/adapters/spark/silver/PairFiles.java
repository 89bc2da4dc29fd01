package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Writes both tables' files from inside a task. */
public record PairFiles(DataFileWriters silver, DataFileWriters quarantine)
    implements Serializable {
  /**
   * In a task: opens a writer, which the task closes.
   *
   * @param ruleSet the version of the rules that the task judges by
   */
  public Writer open(String ruleSet) {
    return new Writer(ruleSet);
  }

  /** Writes what becomes of records, and counts it; used by one task. */
  public final class Writer {
    private final DataFileWriters.Writer silverFiles = silver.open();
    private final DataFileWriters.Writer quarantineFiles = quarantine.open();
    private final RefinedPart.Tally tally = new RefinedPart.Tally();
    private final EventDates dates = new EventDates();
    private final UTF8String ruleSet;

    private Writer(String ruleSet) {
      this.ruleSet = UTF8String.fromString(ruleSet);
    }

    /** The record becomes a row of Silver. */
    public void refine(RefinedOrder order) {
      silverFiles.write(dates.of(order), SilverRows.row(order));
      tally.refined(order.provenance().warnings());
    }

    /** The record's event is there already; nothing is written. */
    public void duplicate() {
      tally.duplicate();
    }

    /**
     * The record is quarantined.
     *
     * @param ingestDate its partition, Bronze's and the Quarantine's
     * @param record whose first columns are those of Bronze's records
     * @param source its place in the topic
     */
    public void quarantine(
        String ingestDate, InternalRow record, SourcePosition source, Verdict.Rejected rejected) {
      quarantineFiles.write(ingestDate, QuarantineRows.row(record, rejected.reasons(), ruleSet));
      tally.quarantined(source, rejected);
    }

    /**
     * The record is quarantined no longer, which a row without reasons says; nothing is counted.
     */
    public void release(String ingestDate, InternalRow record) {
      quarantineFiles.write(ingestDate, QuarantineRows.row(record, List.of(), ruleSet));
    }

    /** Closes the files; what was written and counted. */
    public RefinedPart close() throws Exception {
      return new RefinedPart(silverFiles.close(), quarantineFiles.close(), tally);
    }
  }
}
