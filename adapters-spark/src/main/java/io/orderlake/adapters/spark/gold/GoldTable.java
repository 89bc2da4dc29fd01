package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.protocol.gold.FoldCountsJson;
import io.vavr.collection.SortedMap;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * One of the Gold tables, on the driver.
 *
 * @param layout what it is declared to be
 * @param stored where it lies
 */
record GoldTable(GoldLayout layout, LakeTable stored) {
  /** Opens the table, creating it when it is not there. */
  static GoldTable open(SparkSession spark, String lakeRoot, GoldLayout layout) {
    return new GoldTable(layout, LakeTable.open(spark, lakeRoot, layout.table()));
  }

  TableId id() {
    return stored.layout().id();
  }

  String name() {
    return layout.projection().table();
  }

  /** Takes in what others have committed. */
  void look() {
    stored.look();
  }

  /** The Silver version up to which it has read. */
  long position() {
    return stored.position(SilverLayout.UPSTREAM_POSITION);
  }

  TableState state() {
    return new TableState(stored.version(), position());
  }

  /** The live files of some partitions. */
  List<DataFile> liveIn(Set<String> partitions) {
    return partitions.isEmpty() ? List.of() : stored.liveIn(partitions);
  }

  StoredCells storedCells() {
    return new StoredCells(stored.storedRows(), layout);
  }

  CellFiles cellFiles() {
    return new CellFiles(layout, stored.writers());
  }

  /** The counts of all ranges committed since that state; since ever when there is none. */
  FoldCounts committedSince(SortedMap<TableId, TableState> published) {
    long after = published.get(id()).map(TableState::version).getOrElse(-1L);
    return stored.history().notesAfter(after, stored.version()).stream()
        .map(note -> note.counts(id(), FoldCounts.ZERO, text -> FoldCountsJson.read(text, name())))
        .reduce(FoldCounts.ZERO, FoldCounts::plus);
  }
}
