package io.orderlake.adapters.spark.delta;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.history.TableHistory;
import java.util.List;
import java.util.Map;

/**
 * A commit to be made: files and positions become visible together.
 *
 * @param added files that tasks have written
 * @param replaced live files that the added ones stand for; empty for an append
 * @param expected positions that must be unchanged for the commit to be made; {@link #NO_POSITION}
 *     for one that must not exist
 * @param positions positions after the commit
 * @param metadata JSON kept with the commit
 * @param changesData false when the added files hold the very rows of the replaced ones
 */
public record TableCommit(
    List<DataFile> added,
    List<DataFile> replaced,
    Map<String, Long> expected,
    Map<String, Long> positions,
    String metadata,
    boolean changesData) {
  public static final long NO_POSITION = -1;

  /** A commit that changes rows. */
  public TableCommit(
      List<DataFile> added,
      List<DataFile> replaced,
      Map<String, Long> expected,
      Map<String, Long> positions,
      String metadata) {
    this(added, replaced, expected, positions, metadata, true);
  }

  /** An append that moves one position. */
  public static TableCommit append(
      List<DataFile> added, String appId, long from, long to, String metadata) {
    return new TableCommit(added, List.of(), Map.of(appId, from), Map.of(appId, to), metadata);
  }

  /** The same rows in other files; {@link TableHistory#addedAfter} passes over it. */
  public static TableCommit rearranged(List<DataFile> added, List<DataFile> replaced) {
    return new TableCommit(added, replaced, Map.of(), Map.of(), "", false);
  }
}
