package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

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

  /** Writes what becomes of records and their lines, and counts it; used by one task. */
  public final class Writer {
    private final DataFileWriters.Writer silverFiles = silver.open();
    private final DataFileWriters.Writer quarantineFiles = quarantine.open();
    private final RefinedPart.Tally tally = new RefinedPart.Tally();
    private final EventDates dates = new EventDates();
    private final UTF8String ruleSet;

    private Writer(String ruleSet) {
      this.ruleSet = UTF8String.fromString(ruleSet);
    }

    /** A record was taken apart into a first line and so many others. */
    public void furtherLines(int lines) {
      tally.furtherLines(lines);
    }

    /** The line becomes a row of Silver. */
    public void refine(RefinedOrder order) {
      silverFiles.write(dates.of(order), SilverRows.row(order));
      tally.refined(order.provenance().warnings());
    }

    /** The line's event is there already; nothing is written. */
    public void duplicate() {
      tally.duplicate();
    }

    /**
     * The record, or the line, is quarantined.
     *
     * @param ingestDate its partition, Bronze's and the Quarantine's
     * @param record whose first columns are those of Bronze's records
     * @param place the record's, or the line's
     */
    public void quarantine(
        String ingestDate, InternalRow record, BronzeOrder place, Verdict.Rejected rejected) {
      quarantine(ingestDate, record, place, rejected, null);
    }

    /**
     * The record, or the line, is quarantined until an event is there that it cancels.
     *
     * @param eventId the event's
     * @param waits what is said of it; all else as of {@link #quarantine}
     */
    public void hold(
        String ingestDate,
        InternalRow record,
        BronzeOrder place,
        String eventId,
        Verdict.Rejected waits) {
      quarantine(ingestDate, record, place, waits, UTF8String.fromString(eventId));
    }

    private void quarantine(
        String ingestDate,
        InternalRow record,
        BronzeOrder place,
        Verdict.Rejected rejected,
        @Nullable UTF8String waitsFor) {
      quarantineFiles.write(
          ingestDate,
          QuarantineRows.row(record, place.line(), rejected.reasons(), ruleSet, waitsFor));
      tally.quarantined(place, rejected);
    }

    /**
     * The record, or the line, is quarantined no longer, which a row without reasons says; nothing
     * is counted.
     *
     * @param held the row that quarantined it
     */
    public void release(String ingestDate, InternalRow held) {
      quarantineFiles.write(
          ingestDate,
          QuarantineRows.row(
              held, QuarantineRows.line(held), List.of(), ruleSet, QuarantineRows.waitsFor(held)));
    }

    /** Closes the files; what was written and counted. */
    public RefinedPart close() throws Exception {
      return new RefinedPart(silverFiles.close(), quarantineFiles.close(), tally);
    }
  }
}
