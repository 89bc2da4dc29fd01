package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.table.ProjectionPositionNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Silver and Quarantine, changed together: first a commit to the Quarantine, which also says what
 * Silver's will be, then that one. Whoever comes after a crash between the two makes it.
 */
public record SilverPair(LakeTable silver, LakeTable quarantine) {
  /** Position of both tables: how many changes were decided, less one. */
  private static final String DECISION = ProjectionPositionNames.DECISION;

  private static final String WAITING = ProjectionPositionNames.WAITING;

  /** Position of both tables: how often a rebuild has replaced them, less one. */
  public static final String REPLACEMENT = ProjectionPositionNames.REPLACEMENT;

  /**
   * A change of both tables.
   *
   * @param silverFiles what Silver is given
   * @param quarantineFiles what the Quarantine is given
   * @param replaces true when they stand for all files there are
   * @param expected positions that both tables must have
   * @param positions those that they have afterwards
   * @param waiting how many cancellations wait in the quarantine afterwards
   * @param counts what Silver's commit carries
   */
  public record Change(
      List<DataFile> silverFiles,
      List<DataFile> quarantineFiles,
      boolean replaces,
      Map<String, Long> expected,
      Map<String, Long> positions,
      long waiting,
      String counts) {}

  /** How many cancellations wait in the quarantine for their events. */
  public long waiting() {
    return quarantine.position(WAITING) + 1;
  }

  /** Both commits; from here on the files are the tables', even if this throws. */
  public void commit(Change change) {
    make(decide(change));
  }

  /**
   * What was decided.
   *
   * @param note what the Quarantine's commit carries of it
   */
  record Decided(Decision decision, String note) {}

  /** The Quarantine's commit, which says what Silver's will be. */
  Decided decide(Change change) {
    finish();
    long last = quarantine.position(DECISION);
    Map<String, Long> expected = with(change.expected, DECISION, last);
    Map<String, Long> moved = with(change.positions, DECISION, last + 1);
    Map<String, Long> positions =
        change.waiting == waiting() ? moved : with(moved, WAITING, change.waiting - 1);
    Decision decision =
        new Decision(change.silverFiles, change.replaces, expected, positions, change.counts);
    String note = quarantine.notes().carried(decision.json());
    quarantine.commit(
        new TableCommit(
            change.quarantineFiles,
            replaced(quarantine, change.replaces),
            expected,
            positions,
            note));
    return new Decided(decision, note);
  }

  private static Map<String, Long> with(Map<String, Long> positions, String appId, long position) {
    Map<String, Long> all = new HashMap<>(positions);
    all.put(appId, position);
    return all;
  }

  private static List<DataFile> replaced(LakeTable table, boolean replaces) {
    return replaces ? table.live() : List.of();
  }

  /**
   * Looks at both, and makes the commit to Silver that was decided last, if it was not made. Silver
   * is looked at after the Quarantine: whoever decides and commits between is not done again.
   */
  public void finish() {
    quarantine.look();
    silver.look();
    long decided = quarantine.position(DECISION);
    if (silver.position(DECISION) < decided) {
      String note = quarantine.history().metadataAt(DECISION, decided);
      make(
          new Decided(
              Decision.parse(quarantine.notes().read(note), "the quarantine's decision " + decided),
              note));
    }
  }

  private void make(Decided decided) {
    Decision decision = decided.decision;
    silver.commit(
        new TableCommit(
            decision.files(),
            replaced(silver, decision.replaces()),
            decision.expected(),
            decision.positions(),
            decision.counts()));
    quarantine.notes().remove(decided.note);
  }

  /** On the driver: prepares writing to both. */
  public PairFiles files() {
    return new PairFiles(silver.writers(), quarantine.writers());
  }

  /** Deletes files that no commit names. */
  public void discard(List<DataFile> silverFiles, List<DataFile> quarantineFiles) {
    silver.discard(silverFiles);
    quarantine.discard(quarantineFiles);
  }
}
