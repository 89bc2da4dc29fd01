package io.orderlake.adapters.spark.silver.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.adapters.spark.silver.dedup.CancelledOrders;
import io.orderlake.adapters.spark.silver.dedup.DedupIndex;
import io.orderlake.adapters.spark.silver.release.JudgedAgain;
import io.orderlake.adapters.spark.silver.release.Releases;
import io.orderlake.adapters.spark.silver.release.WriteReleases;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.silver.PreparedRedrive;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Releasing;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/** Judges the quarantine again: what it holds in tasks, which of them come first on the driver. */
public record SparkRedrive(SparkSession spark, SilverPair tables, DedupIndex history)
    implements QuarantineRedrive {
  private static final long RECORDS_PER_TASK = 50_000;
  private static final List<String> RECORD = List.of(BronzeLayout.RECORD.fieldNames());

  @Override
  public PreparedRedrive prepare(Option<String> reason, RecordRefiner refiner) {
    tables.finish();
    return Failures.during("judging the quarantine again", () -> judge(reason, refiner));
  }

  private PreparedReleases judge(Option<String> reason, RecordRefiner refiner) {
    LakeTable quarantine = tables.quarantine();
    List<InputFile> files = files(quarantine);
    if (files.isEmpty()) {
      return staged(refiner, new Releases(), List.of());
    }
    HashSet<BronzeOrder> released =
        new HashSet<>(
            rdd(files)
                .mapPartitions(new FindReleased(quarantine.storedRows(FindReleased.COLUMNS)))
                .collect());
    List<JudgedAgain> judged =
        rdd(files)
            .mapPartitions(
                new JudgeHeld(quarantine.storedRows(), refiner, reason.getOrNull(), released))
            .collect();
    Releases releases = Releases.among(judged, rows(heldIds(judged)));
    releases.withdrawing(
        new CancelledOrders(tasks())
            .from(tables.silver(), releases.cancelledInSilver())
            .from(quarantine, files, RECORD, refiner, releases.cancelledHere())
            .withdrawals());
    return staged(refiner, releases, write(files, refiner, releases));
  }

  private PreparedReleases staged(
      RecordRefiner refiner, Releases releases, List<RefinedPart> parts) {
    return new PreparedReleases(tables, refiner.rules().version(), releases, parts);
  }

  /** The event ids of what passes and what Silver holds. */
  private HashSet<String> heldIds(List<JudgedAgain> judged) {
    DedupIndex.Lookup lookup = history.lookup();
    HashSet<String> held = new HashSet<>();
    for (JudgedAgain part : judged) {
      for (JudgedAgain.Held record : part.passing()) {
        for (Releasing.Claim line : record.again().passing()) {
          if (lookup.contentOf(line.eventId().getBytes(UTF_8)) != null) {
            held.add(line.eventId());
          }
        }
      }
    }
    return held;
  }

  private List<Releasing.RefinedRow> rows(HashSet<String> eventIds) {
    List<InputFile> files = eventIds.isEmpty() ? List.of() : files(tables.silver());
    return files.isEmpty()
        ? List.of()
        : rdd(files)
            .mapPartitions(
                new FindHolders(tables.silver().storedRows(FindHolders.COLUMNS), eventIds))
            .collect();
  }

  private List<RefinedPart> write(List<InputFile> files, RecordRefiner refiner, Releases releases) {
    List<InputFile> touched = files.stream().filter(file -> releases.isIn(file.number())).toList();
    return touched.isEmpty()
        ? List.of()
        : rdd(touched)
            .mapPartitions(
                new WriteReleases(
                    tables.quarantine().storedRows(), tables.files(), refiner, releases))
            .collect();
  }

  private static List<InputFile> files(LakeTable table) {
    return InputFile.of(table.live());
  }

  private JavaRDD<InputFile> rdd(List<InputFile> files) {
    return tasks().over(files);
  }

  private FileTasks tasks() {
    return new FileTasks(spark, RECORDS_PER_TASK);
  }
}
