package io.orderlake.adapters.spark.compact;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.TableId;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Compaction, and the files that it finds and leaves. */
public final class CompactionLab {
  private final SparkSession spark;
  private final String root;

  public CompactionLab(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  public SparkTableCompaction port() {
    return new SparkTableCompaction(spark, root);
  }

  public LakeTable table(TableId id) {
    return LakeTable.open(spark, root, SparkTableCompaction.layout(id));
  }

  public List<DataFile> files(TableId id) {
    return stored(id).stream().map(Sequenced::dataFile).toList();
  }

  /** All files, in the order of the table's rows. */
  List<Sequenced> stored(TableId id) {
    LakeTable table = table(id);
    return table.live().stream()
        .map(file -> Sequenced.of(file).get())
        .sorted(Sequenced.ORDER)
        .toList();
  }
}
