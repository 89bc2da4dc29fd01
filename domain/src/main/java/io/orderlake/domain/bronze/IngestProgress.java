package io.orderlake.domain.bronze;

/**
 * What an ingest has done since it was started.
 *
 * @param records stored by this ingest so far
 * @param batchRecords stored by its last commit
 * @param lag records that Kafka held and Bronze did not, when the last commit was made; {@link
 *     #UNKNOWN_LAG} when Kafka did not answer
 * @param state Bronze after that commit
 */
public record IngestProgress(long records, long batchRecords, long lag, BronzeState state) {
  public static final long UNKNOWN_LAG = -1;
}
