package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.RecordRefiner;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * Finds the valid records of a range that are not the first of their event. The range's event ids
 * are scanned first; only records whose id occurs twice, or in Silver, are judged.
 *
 * @param bronze what holds the range
 * @param history what Silver holds
 */
public record Deduplication(LakeTable bronze, DedupIndex history) {
  private static final List<String> RECORD = List.of(BronzeLayout.RECORD.fieldNames());

  /**
   * What becomes of them.
   *
   * @param files the range, in its order
   * @param inTasks the same, spread over tasks
   */
  public Refused refused(
      List<InputFile> files, JavaRDD<InputFile> inTasks, FileTasks tasks, RecordRefiner refiner) {
    List<ScannedIds> scanned =
        inTasks
            .mapPartitions(new ScanIds(bronze.storedRows(ScanIds.columns(refiner)), refiner))
            .collect();
    DuplicateCandidates suspects = DuplicateCandidates.among(scanned, history);
    if (suspects.isEmpty()) {
      return Refused.nothing();
    }
    List<InputFile> holding =
        files.stream().filter(file -> suspects.rows().containsKey(file.number())).toList();
    List<Claim> claims =
        tasks
            .over(holding, inTasks.getNumPartitions())
            .mapPartitions(
                new JudgeCandidates(
                    bronze.storedRows(RECORD), refiner, new HashMap<>(suspects.rows())))
            .collect();
    return Refused.among(claims, suspects.held());
  }
}
