package io.orderlake.domain.serve;

import io.orderlake.domain.run.RunState;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What Orderlake does, beside the Gold that a {@link GoldSink} holds: runs and the quarantine, as
 * tables that people ask. How far the telling has come stands in the sink alone.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure} as the Gold sink's do.
 * Nothing can be told before a lake version was published there.
 */
public interface OperationsSink {
  /**
   * The number of the journal's last event that need not be told again; 0 for none, nothing where
   * no lake version was published.
   */
  Option<Long> told();

  /**
   * Puts these runs, as they stand, in the place of what was told of them before, in one step with
   * how far the journal was told. May be said again. Runs that ended long before are left out.
   *
   * @param runs none twice
   * @param upTo as {@link #told} answers from now on
   * @param since runs that ended before are dropped
   */
  void tell(Seq<RunState> runs, long upTo, Instant since);

  /**
   * Puts these counts in the place of all that there were.
   *
   * @param lakeVersion of which they are
   * @param byReason records, or lines of records, by the code of the rule
   */
  void tellQuarantine(long lakeVersion, SortedMap<String, Long> byReason);
}
