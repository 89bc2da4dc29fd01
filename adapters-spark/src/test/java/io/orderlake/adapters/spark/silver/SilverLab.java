package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** Reads Silver and Quarantine whole, and crashes between their commits. */
public final class SilverLab {
  private final SparkSession spark;
  private final String root;

  public SilverLab(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  public SparkSilverTable table() {
    return new SparkSilverTable(spark, root, Path.of(URI.create(root)).resolve("checkpoints"));
  }

  public void crashBetweenCommits(VersionRange range, RecordRefiner refiner) {
    table().refine(range, refiner).commitQuarantine();
  }

  public List<RefinedOrder> rows() {
    LakeTable silver = LakeTable.open(spark, root, SilverLayout.LAYOUT);
    return silver
        .rows(silver.files(file -> true))
        .selectExpr(SilverLayout.ROW.fieldNames())
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .map(SilverRows::order)
        .collect();
  }

  public List<QuarantinedRecord> quarantined() {
    LakeTable quarantine = LakeTable.open(spark, root, QuarantineLayout.LAYOUT);
    return quarantine
        .rows(quarantine.files(file -> true))
        .selectExpr(QuarantineLayout.LAYOUT.dataSchema().fieldNames())
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .map(SilverLab::quarantinedRecord)
        .collect();
  }

  private static QuarantinedRecord quarantinedRecord(InternalRow row) {
    int reasons = BronzeLayout.RECORD.size();
    return new QuarantinedRecord(
        BronzeRows.record(row), reasons(row.getArray(reasons)), row.getString(reasons + 1));
  }

  private static List<QuarantineReason> reasons(ArrayData array) {
    List<QuarantineReason> reasons = new ArrayList<>();
    for (int i = 0; i < array.numElements(); i++) {
      InternalRow reason = array.getStruct(i, QuarantineLayout.REASON.size());
      reasons.add(
          new QuarantineReason(reason.getString(0), reason.getString(1), reason.getString(2)));
    }
    return reasons;
  }
}
