package io.orderlake.adapters.spark;

import io.orderlake.adapters.spark.bronze.BronzeLab;
import io.orderlake.adapters.spark.compact.CompactionLab;
import io.orderlake.adapters.spark.gold.GoldLab;
import io.orderlake.adapters.spark.silver.SilverLab;
import io.orderlake.adapters.spark.vacuum.VacuumLab;
import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverRebuilds;
import io.orderlake.domain.silver.SilverTable;
import java.util.List;
import java.util.Map;

/** A lake of real Delta tables in a directory of its own. */
public final class SparkLake implements LakeLab {
  private final String root = TestSpark.newRoot().toUri().toString();
  private final BronzeLab bronze = new BronzeLab(TestSpark.session(), root);
  private final SilverLab silver = new SilverLab(TestSpark.session(), root);
  private final CompactionLab compaction = new CompactionLab(TestSpark.session(), root);
  private final VacuumLab vacuum = new VacuumLab(TestSpark.session(), root);
  private final GoldLab gold = new GoldLab(TestSpark.session(), root);

  public String root() {
    return root;
  }

  @Override
  public void store(List<Sent> records) {
    bronze.store(records);
  }

  @Override
  public List<BronzeRecord> bronze() {
    return bronze.records();
  }

  @Override
  public SilverTable silver() {
    return silver.opened().table();
  }

  @Override
  public SilverRebuilds rebuilds() {
    return silver.opened().rebuilds();
  }

  @Override
  public QuarantineRedrive redrive() {
    return silver.opened().redrive();
  }

  @Override
  public GoldTables gold(List<GoldProjection> projections) {
    return gold.tables(projections);
  }

  @Override
  public TableCompaction compaction() {
    return compaction.port();
  }

  @Override
  public TableVacuum vacuum() {
    return vacuum.port();
  }

  @Override
  public void leaveBehind(TableId table) {
    vacuum.leaveBehind(table);
  }

  @Override
  public long filesStored(TableId table) {
    return vacuum.dataFiles(table).size();
  }

  @Override
  public List<DataFile> files(TableId table) {
    return compaction.files(table);
  }

  @Override
  public List<GoldProjection> projections() {
    return gold.projections();
  }

  @Override
  public List<RefinedOrder> silverRows() {
    return silver.rows();
  }

  @Override
  public List<QuarantinedRecord> quarantineRows() {
    return silver.quarantined();
  }

  @Override
  public Map<GoldKey, Figures> cells(GoldProjection projection) {
    return gold.cells(projection);
  }

  @Override
  public void crashBetweenSilverCommits(VersionRange range, RecordRefiner refiner) {
    silver.crashBetweenCommits(range, refiner);
  }

  @Override
  public List<ReleasedRecord> releasedRows() {
    return silver.released();
  }

  @Override
  public void crashBetweenReplacements(RecordRefiner refiner) {
    silver.crashBetweenReplacements(refiner);
  }

  @Override
  public void crashBetweenReleases(RecordRefiner refiner) {
    silver.crashBetweenReleases(refiner);
  }

  @Override
  public void crashBetweenGoldCommits(VersionRange range) {
    gold.crashBetweenCommits(range);
  }
}
