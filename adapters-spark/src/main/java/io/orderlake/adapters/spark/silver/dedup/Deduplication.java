package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.RecordRefiner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/**
 * Finds the valid records of a range that are not the first of their event, and what becomes of
 * cancellations. The range's event ids are scanned first; only records whose id occurs twice, is in
 * Silver or is waited for are judged.
 *
 * @param bronze what holds the range
 * @param silver what is filled
 * @param history what Silver holds
 */
public record Deduplication(LakeTable bronze, LakeTable silver, DedupIndex history) {
  private static final List<String> RECORD = List.of(BronzeLayout.RECORD.fieldNames());

  /**
   * What becomes of them.
   *
   * @param files the range, in its order
   * @param inTasks the same, spread over tasks
   * @param waiting the cancellations that wait since before the range
   */
  public Refused refused(
      List<InputFile> files,
      JavaRDD<InputFile> inTasks,
      FileTasks tasks,
      RecordRefiner refiner,
      WaitingCancellations waiting) {
    List<ScannedIds> scanned =
        inTasks
            .mapPartitions(new ScanIds(bronze.storedRows(ScanIds.columns(refiner)), refiner))
            .collect();
    DedupIndex.Lookup lookup = history.lookup();
    DuplicateCandidates suspects = DuplicateCandidates.among(scanned, lookup, waiting.eventIds());
    if (suspects.isEmpty()) {
      return new Refused();
    }
    RowsOfFiles rows = new RowsOfFiles(new HashMap<>(suspects.rows()));
    List<Claim> claims =
        tasks
            .over(rows.holding(files), inTasks.getNumPartitions())
            .mapPartitions(new JudgeCandidates(bronze.storedRows(RECORD), refiner, rows))
            .collect();
    List<Claim> all = new ArrayList<>(claims);
    all.addAll(
        waiting.passing(
            claims.stream().map(Claim::eventId).collect(Collectors.toSet()), tasks, refiner));
    Deciding deciding = new Deciding(suspects.held());
    return deciding
        .on(all, lookup)
        .withdrawing(
            new CancelledOrders(tasks)
                .from(silver, deciding.cancelledInSilver())
                .from(bronze, files, RECORD, refiner, deciding.cancelledInRange())
                .withdrawals());
  }
}
