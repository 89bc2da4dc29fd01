package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.table.QuarantineColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cancellations that wait in the quarantine for their events.
 *
 * @param quarantine where they are
 * @param files its files, of which those are looked into that may have any
 * @param claims of all of them
 */
public record WaitingCancellations(
    LakeTable quarantine, List<InputFile> files, List<Claim> claims) {
  private static final List<String> RECORD = List.of(BronzeLayout.RECORD.fieldNames());

  /** Where it is known that none waits. */
  public static WaitingCancellations none(LakeTable quarantine) {
    return new WaitingCancellations(quarantine, List.of(), List.of());
  }

  /** Looks for them. */
  public static WaitingCancellations in(LakeTable quarantine, FileTasks tasks) {
    List<DataFile> live =
        quarantine.live().stream()
            .filter(file -> !file.hasNone(QuarantineColumns.WAITS_FOR))
            .toList();
    List<InputFile> files = InputFile.of(live);
    if (files.isEmpty()) {
      return none(quarantine);
    }
    List<FindWaiting.Found> found =
        tasks
            .over(files)
            .mapPartitions(new FindWaiting(quarantine.storedRows(FindWaiting.COLUMNS)))
            .collect();
    Set<BronzeOrder> released =
        found.stream()
            .filter(FindWaiting.Found::isRelease)
            .map(release -> release.claim().order())
            .collect(Collectors.toSet());
    return new WaitingCancellations(
        quarantine,
        files,
        found.stream()
            .filter(one -> !one.isRelease() && !released.contains(one.claim().order()))
            .map(FindWaiting.Found::claim)
            .toList());
  }

  /** The keys of the events that they wait for. */
  Set<String> eventIds() {
    return claims.stream().map(Claim::eventId).collect(Collectors.toSet());
  }

  /** Those of some events that still pass. */
  List<Claim> passing(Set<String> eventIds, FileTasks tasks, RecordRefiner refiner) {
    HashSet<Claim> wanted = new HashSet<>();
    claims.stream().filter(claim -> eventIds.contains(claim.eventId())).forEach(wanted::add);
    if (wanted.isEmpty()) {
      return List.of();
    }
    RowsOfFiles rows = RowsOfFiles.of(wanted, Claim::file, Claim::row);
    return tasks
        .over(rows.holding(files))
        .mapPartitions(new JudgeWaiting(quarantine.storedRows(RECORD), refiner, rows, wanted))
        .collect();
  }
}
