package io.orderlake.domain.silver;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

/**
 * Silver and its Quarantine, the two projections of Bronze that one refining fills together. Who
 * builds them anew asks {@link SilverRebuilds}, who judges the Quarantine again {@link
 * QuarantineRedrive}.
 *
 * <p>Each table's position is stored in the commit that stores its data. Whatever changes both
 * tables, by whichever of the three ports, is decided with its commit to the Quarantine, which says
 * what Silver's will be: after a crash between the two, {@link #unread}, {@link
 * SilverRebuilds#open} and {@link QuarantineRedrive#prepare} first make that very commit to Silver.
 * One writer at a time is expected (the active runner); should there be two, one commit of a range
 * succeeds and the other throws.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure} when a table or its store
 * fails.
 */
public interface SilverTable {
  /**
   * The next Bronze commits to refine, oldest first.
   *
   * @param maxRecords where to cut: the range ends with the commit that reaches this count, so it
   *     holds at least one commit if there is one
   * @return empty when Silver has read all of Bronze
   */
  VersionRange unread(long maxRecords);

  /**
   * Refines a range without making anything visible: every record is shown once to {@code refiner},
   * accepted orders are admitted in Bronze order against Silver's own history ({@link Admission}).
   *
   * @param range from {@link #unread}
   * @param refiner stateless; may run in other threads and processes
   */
  PreparedRefinement prepare(VersionRange range, RecordRefiner refiner);

  /** Versions and positions of both tables as of now; empty before the first commit. */
  SortedMap<TableId, TableState> states();

  /**
   * The counts of all commits to Silver after that Silver version, read back from the commits
   * themselves.
   *
   * @param silverVersion none for all commits there are
   */
  RefinementCounts committedSince(Option<Long> silverVersion);
}
