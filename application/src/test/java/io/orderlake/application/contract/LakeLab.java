package io.orderlake.application.contract;

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

/** A lake under test: what the table contracts need beside the ports themselves. */
public interface LakeLab {
  /** Appends the records to Bronze in one commit; each gets the next offset of its partition. */
  void store(List<Sent> records);

  /** All of Bronze, in Bronze order. */
  List<BronzeRecord> bronze();

  /** A handle as a newly started runner would open it. */
  SilverTable silver();

  /** A handle as a newly started runner would open it. */
  SilverRebuilds rebuilds();

  /** A handle as a newly started runner would open it. */
  QuarantineRedrive redrive();

  /** A handle as a newly started runner would open it that knows those tables alone. */
  GoldTables gold(List<GoldProjection> projections);

  /** A handle as a newly started runner would open it. */
  default GoldTables gold() {
    return gold(projections());
  }

  /** A handle as a newly started runner would open it. */
  TableCompaction compaction();

  /** A handle as a newly started runner would open it. */
  TableVacuum vacuum();

  /** A data file as a killed run leaves it: written, and named by no commit. */
  void leaveBehind(TableId table);

  /** How many data files of the table there are, live or not. */
  long filesStored(TableId table);

  /** The live files of Bronze, Silver or the quarantine, in the order of their rows. */
  List<DataFile> files(TableId table);

  /** All Gold tables. */
  List<GoldProjection> projections();

  /** Silver's rows as of now. */
  List<RefinedOrder> silverRows();

  /** The quarantine's records as of now that are not released. */
  List<QuarantinedRecord> quarantineRows();

  /** The quarantine's records as of now that are released. */
  List<ReleasedRecord> releasedRows();

  /** A Gold table's cells as of now. */
  Map<GoldKey, Figures> cells(GoldProjection projection);

  /** Refines the range and dies after the quarantine's commit, before Silver's. */
  void crashBetweenSilverCommits(VersionRange range, RecordRefiner refiner);

  /** Rebuilds Silver and dies after the quarantine was replaced, before Silver is. */
  void crashBetweenReplacements(RecordRefiner refiner);

  /** Judges the quarantine again and dies after the quarantine's commit, before Silver's. */
  void crashBetweenReleases(RecordRefiner refiner);

  /** Folds the range and dies after the first Gold table's commit. */
  void crashBetweenGoldCommits(VersionRange range);
}
