package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.WrittenFile;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.StagedRevenue;
import io.orderlake.protocol.gold.FoldCountsJson;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folded range as closed files that no commit names yet. */
final class StagedCells implements StagedRevenue {
  private final List<LakeTable> tables;
  private final FoldPlan plan;
  private final Changes changes;
  private final List<List<WrittenFile>> written = new ArrayList<>();
  private final List<List<WrittenFile>> replaced;

  StagedCells(
      List<LakeTable> tables,
      FoldPlan plan,
      Changes changes,
      List<WriteCells.Written> files,
      List<List<WrittenFile>> replaced) {
    this.tables = tables;
    this.plan = plan;
    this.changes = changes;
    this.replaced = replaced;
    for (int i = 0; i < tables.size(); i++) {
      int table = i;
      written.add(
          files.stream().filter(f -> f.table() == table).map(WriteCells.Written::file).toList());
    }
  }

  /** A range without rows: the positions move. */
  static StagedCells empty(
      List<LakeTable> tables, FoldPlan plan, List<List<WrittenFile>> replaced) {
    return new StagedCells(tables, plan, new Changes(tables.size()), List.of(), replaced);
  }

  @Override
  public FoldCounts counts() {
    SortedMap<String, Long> events = TreeMap.empty();
    SortedMap<String, Long> cells = TreeMap.empty();
    for (int i = 0; i < tables.size(); i++) {
      if (plan.reading().get(i)) {
        events = events.put(name(i), changes.events(i));
        cells = cells.put(name(i), changes.cells(i));
      }
    }
    return new FoldCounts(changes.read(), events, cells);
  }

  @Override
  public void commit() {
    for (int i = 0; i < tables.size(); i++) {
      commit(i);
    }
  }

  void commit(int i) {
    LakeTable table = tables.get(i);
    if (!plan.isOpen(i, table)) {
      return;
    }
    // from here on the files are the table's: a commit that throws may have been made
    List<WrittenFile> files = written.set(i, List.of());
    table.commit(
        new TableCommit(
            files,
            replaced.get(i),
            Map.of(SilverLayout.UPSTREAM_POSITION, plan.standing().get(i)),
            Map.of(SilverLayout.UPSTREAM_POSITION, plan.range().upTo()),
            metadata(i)));
  }

  private String metadata(int table) {
    return FoldCountsJson.write(
        name(table), changes.read(), changes.events(table), changes.cells(table));
  }

  private String name(int table) {
    return name(tables.get(table));
  }

  /** What a Gold table is called in its commits' counts. */
  static String name(LakeTable table) {
    String path = table.layout().id().path();
    return path.substring(path.indexOf('/') + 1);
  }

  @Override
  public void close() {
    for (int i = 0; i < tables.size(); i++) {
      tables.get(i).discard(written.get(i));
      written.set(i, List.of());
    }
  }
}
