package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.WrittenFile;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.lake.VersionRange;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/** Reads Gold tables whole, and crashes between their commits. */
public final class GoldLab {
  private final SparkSession spark;
  private final String root;

  public GoldLab(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  public List<GoldProjection> projections() {
    return GoldFixture.tables(ZoneOffset.UTC).asJava();
  }

  public SparkGoldTables tables(List<GoldProjection> projections) {
    return new SparkGoldTables(spark, root, io.vavr.collection.List.ofAll(projections));
  }

  public void crashBetweenCommits(VersionRange range) {
    tables(projections()).fold(range).commit(0);
  }

  public Map<GoldKey, Revenue> cells(GoldProjection projection) {
    GoldLayout layout = new GoldLayout(projection);
    LakeTable table = LakeTable.open(spark, root, layout.table());
    Map<GoldKey, Revenue> cells = new HashMap<>();
    for (WrittenFile file : table.live()) {
      String partition = file.partition();
      Iterator<InternalRow> rows = table.storedRows().of(file);
      while (rows.hasNext()) {
        GoldCell cell = layout.cell(rows.next(), partition);
        if (cells.put(cell.key(), cell.revenue()) != null) {
          throw new AssertionError("cell stands twice: " + cell.key());
        }
      }
    }
    return cells;
  }
}
