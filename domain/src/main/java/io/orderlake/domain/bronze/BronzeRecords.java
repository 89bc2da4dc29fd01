package io.orderlake.domain.bronze;

import io.orderlake.domain.lake.TablePart;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;

/**
 * Reads the event store whole, as it was at one version. Records come part by part in no particular
 * order: each carries its own place in Bronze's order.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure} when the table cannot be read
 * at that version.
 */
public interface BronzeRecords {
  /**
   * Every record that Bronze held then, each in one part.
   *
   * @param version a table version of Bronze
   */
  Seq<TablePart<BronzeRecord>> parts(long version);

  /**
   * The last ingest sequence that Bronze had stored then.
   *
   * @param version a table version of Bronze
   * @return {@link io.orderlake.domain.lake.TableState#NOTHING_READ} before the first record
   */
  long lastSequence(long version);

  /**
   * Where the records of each partition ended then: the offset after the last one, which need not
   * be the next offset to store, since some offsets hold no record.
   *
   * @param version a table version of Bronze
   * @return without partitions of which it was not noted
   */
  SortedMap<TopicPartition, Long> recordsEnd(long version);

  /**
   * The gaps that had been accepted then.
   *
   * @param version a table version of Bronze
   */
  SortedSet<OffsetGap> acceptedGaps(long version);
}
