package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.gold.Gains.Gain;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.protocol.gold.FoldCountsJson;
import io.vavr.collection.TreeMap;
import java.util.List;
import java.util.Map;

/** What a folded range comes to in one table: closed files that no commit names yet. */
final class PreparedTable {
  private final FoldPlan plan;
  private final FoldPlan.Part part;
  private final long read;
  private final Gain gain;
  private final List<DataFile> replaced;
  private List<DataFile> written = List.of();

  private PreparedTable(
      FoldPlan plan, FoldPlan.Part part, long read, Gain gain, List<DataFile> replaced) {
    this.plan = plan;
    this.part = part;
    this.read = read;
    this.gain = gain;
    this.replaced = replaced;
  }

  /**
   * Nothing is written yet.
   *
   * @param read how many rows of Silver were
   */
  static PreparedTable of(FoldPlan plan, FoldPlan.Part part, long read, Gains gains) {
    GoldTable table = part.table();
    Gain gain = gains.of(table);
    return new PreparedTable(
        plan,
        part,
        read,
        gain,
        plan.isReplacing() ? table.stored().live() : table.liveIn(gain.partitions()));
  }

  GoldTable table() {
    return part.table();
  }

  /** The files whose cells the written ones are to hold, too. */
  List<DataFile> kept() {
    return plan.isReplacing() ? List.of() : replaced;
  }

  /** Takes its own of the files that tasks have written. */
  void take(List<WriteCells.Written> files) {
    int number = table().layout().number();
    written =
        files.stream()
            .filter(file -> file.table() == number)
            .map(WriteCells.Written::file)
            .toList();
  }

  FoldCounts counts() {
    return new FoldCounts(
        0, TreeMap.of(table().name(), gain.events()), TreeMap.of(table().name(), gain.cells()));
  }

  /** Makes the commit, if the table still stands where it must. */
  void commit() {
    if (!part.isOpen(plan.range())) {
      return;
    }
    // from here on the files are the table's: a commit that throws may have been made
    List<DataFile> files = written;
    written = List.of();
    table()
        .stored()
        .commit(
            new TableCommit(
                files,
                replaced,
                Map.of(SilverLayout.UPSTREAM_POSITION, part.standing()),
                Map.of(SilverLayout.UPSTREAM_POSITION, plan.range().upTo()),
                FoldCountsJson.write(table().name(), read, gain.events(), gain.cells())));
  }

  /** Deletes what was not committed. */
  void discard() {
    table().stored().discard(written);
    written = List.of();
  }
}
