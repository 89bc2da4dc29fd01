package io.orderlake.domain.bronze;

import io.vavr.control.Option;

/**
 * What an ingest has done since it was started.
 *
 * @param records stored by this ingest so far
 * @param batchRecords stored by its last commit
 * @param lag offsets that could be read and Bronze had not, when this was looked at; {@link
 *     #UNKNOWN_LAG} when the source did not answer
 * @param held offsets that could not be read yet, since a transaction before them was still open
 * @param partitions how many the source has; 0 when it did not answer
 * @param state Bronze after that commit
 */
public record IngestProgress(
    long records, long batchRecords, long lag, long held, int partitions, BronzeState state) {
  public static final long UNKNOWN_LAG = -1;

  /**
   * With what there is to come.
   *
   * @param source none when it did not answer
   */
  public static IngestProgress of(
      long records, long batchRecords, BronzeState state, Option<SourceState> source) {
    return source.fold(
        () -> new IngestProgress(records, batchRecords, UNKNOWN_LAG, 0, 0, state),
        now ->
            new IngestProgress(
                records,
                batchRecords,
                now.lag(state.nextOffsets()),
                now.held(),
                now.ends().size(),
                state));
  }
}
