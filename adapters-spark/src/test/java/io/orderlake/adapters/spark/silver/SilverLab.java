package io.orderlake.adapters.spark.silver;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.orderlake.adapters.spark.SparkSilver;
import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.silver.rebuild.RebuildLab;
import io.orderlake.adapters.spark.silver.redrive.RedriveLab;
import io.orderlake.adapters.spark.silver.refine.RefiningLab;
import io.orderlake.application.contract.Rebuilding;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverRebuild;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** Reads Silver and Quarantine whole, and crashes between their commits. */
public final class SilverLab {
  private static final int REASONS = BronzeLayout.RECORD.size();

  private final SparkSession spark;
  private final String root;

  public SilverLab(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  public SparkSilver opened() {
    return new SparkSilver(spark, root, Path.of(URI.create(root)).resolve("checkpoints"));
  }

  public void crashBetweenCommits(VersionRange range, RecordRefiner refiner) {
    var ignored = pair().decide(RefiningLab.change(opened().table(), range, refiner));
  }

  private SilverPair pair() {
    return new SilverPair(
        LakeTable.open(spark, root, SilverLayout.LAYOUT),
        LakeTable.open(spark, root, QuarantineLayout.LAYOUT));
  }

  /** Rebuilds and dies between the replacements. */
  public void crashBetweenReplacements(RecordRefiner refiner) {
    try (SilverRebuild rebuild = opened().rebuilds().open(refiner.rules().version())) {
      Rebuilding.read(rebuild.anew(), refiner);
      var ignored = pair().decide(RebuildLab.change(rebuild));
    }
  }

  /** Releases and dies between the commits. */
  public void crashBetweenReleases(RecordRefiner refiner) {
    var ignored = pair().decide(RedriveLab.change(opened().redrive(), refiner));
  }

  public List<RefinedOrder> rows() {
    LakeTable silver = LakeTable.open(spark, root, SilverLayout.LAYOUT);
    return silver
        .rows()
        .selectExpr(SilverLayout.ROW.fieldNames())
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .map(SilverRows::order)
        .collect();
  }

  /** Held records. */
  public List<QuarantinedRecord> quarantined() {
    Set<BronzeOrder> released = releases().stream().map(SilverLab::place).collect(toSet());
    return held().stream().filter(held -> !released.contains(held.order())).toList();
  }

  public List<ReleasedRecord> released() {
    Map<BronzeOrder, QuarantinedRecord> held =
        held().stream().collect(toMap(QuarantinedRecord::order, row -> row));
    return releases().stream()
        .map(row -> new ReleasedRecord(held.get(place(row)), row.getString(REASONS + 1)))
        .toList();
  }

  private List<QuarantinedRecord> held() {
    return quarantineRows().stream()
        .filter(row -> row.getArray(REASONS).numElements() > 0)
        .map(SilverLab::quarantinedRecord)
        .toList();
  }

  private List<InternalRow> releases() {
    return quarantineRows().stream()
        .filter(row -> row.getArray(REASONS).numElements() == 0)
        .toList();
  }

  private List<InternalRow> quarantineRows() {
    LakeTable quarantine = LakeTable.open(spark, root, QuarantineLayout.LAYOUT);
    return quarantine
        .rows()
        .selectExpr(QuarantineLayout.LAYOUT.dataSchema().fieldNames())
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .map(InternalRow::copy)
        .collect();
  }

  private static QuarantinedRecord quarantinedRecord(InternalRow row) {
    return new QuarantinedRecord(
        BronzeRows.record(row),
        QuarantineRows.line(row),
        reasons(row.getArray(REASONS)),
        row.getString(REASONS + 1));
  }

  private static BronzeOrder place(InternalRow row) {
    return BronzeRows.record(row).order().ofLine(QuarantineRows.line(row));
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
