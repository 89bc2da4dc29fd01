package io.orderlake.domain.bronze;

import io.orderlake.domain.lake.TablePart;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.LongConsumer;

/**
 * Reads Bronze, the event store: where it stands, where it stood at any of its versions, and what
 * it held then.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure} when the table's log, or the
 * table at that version, cannot be read.
 */
public interface BronzeView {
  /**
   * Bronze's newest commit, or none before the first. Touches no rows; cheap enough to be asked
   * every second.
   */
  Option<BronzeState> state();

  /**
   * Where Bronze stood at one version. Touches no rows. Asked for versions that rise, as runs do,
   * it reads the commits between two of them, and never more than what Bronze's log has written
   * since its last checkpoint before the version.
   *
   * @param version a table version; {@link io.orderlake.domain.lake.TableState#NOTHING_READ} for
   *     before the first
   * @return none before the first
   */
  Option<BronzeState> at(long version);

  /**
   * Every record that Bronze held then, each in one part. Records come part by part in no
   * particular order: each carries its own place in Bronze's order.
   *
   * @param version a table version of Bronze
   */
  Seq<TablePart<BronzeRecord>> parts(long version);

  /**
   * Shows when the records were stamped that some commits have added, in no particular order; for a
   * few commits it costs a look at these alone. Records without a timestamp are left out.
   *
   * @param after the table version before them, or {@link
   *     io.orderlake.domain.lake.TableState#NOTHING_READ}
   * @param upTo the last of them
   * @param millis shown each Kafka timestamp, in milliseconds since the epoch
   */
  void timestamps(long after, long upTo, LongConsumer millis);
}
