package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.VersionRange;
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
    return GoldFixture.tables(GoldFixture.ZONE).asJava();
  }

  public SparkGoldTables tables(List<GoldProjection> projections) {
    return new SparkGoldTables(spark, root, io.vavr.collection.List.ofAll(projections));
  }

  public void crashBetweenCommits(VersionRange range) {
    tables(projections()).fold(range).tables().get(0).commit();
  }

  public Map<GoldKey, Figures> cells(GoldProjection projection) {
    GoldLayout layout = new GoldLayout(0, projection);
    LakeTable table = LakeTable.open(spark, root, layout.table());
    DataFileReader reader = table.storedRows();
    Map<GoldKey, Figures> cells = new HashMap<>();
    for (DataFile file : table.live()) {
      String partition = file.partition();
      Iterator<InternalRow> rows = reader.of(file);
      while (rows.hasNext()) {
        GoldCell cell = layout.cell(rows.next(), partition);
        if (cells.put(cell.key(), cell.figures()) != null) {
          throw new AssertionError("cell stands twice: " + cell.key());
        }
      }
    }
    return cells;
  }
}
