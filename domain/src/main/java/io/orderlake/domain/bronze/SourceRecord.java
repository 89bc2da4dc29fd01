package io.orderlake.domain.bronze;

import java.util.List;

/**
 * A record as the source gives it.
 *
 * @param offset in its partition
 * @param timestamp milliseconds since the epoch, whatever number that is
 * @param timestampType who set the timestamp
 * @param content key, value and headers as received
 * @param headerNames the names of all headers as bytes when one of them is no UTF-8, and {@code
 *     content} has it with replacement characters; else empty
 */
public record SourceRecord(
    long offset,
    long timestamp,
    TimestampType timestampType,
    BronzeRecord.Content content,
    List<byte[]> headerNames) {}
