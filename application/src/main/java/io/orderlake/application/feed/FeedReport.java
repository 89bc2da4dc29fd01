package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;

/**
 * A feed that was published whole.
 *
 * @param read lines or rows
 * @param blank lines that were blank and skipped
 * @param counts what became of the records; sent is read minus blank
 */
public record FeedReport(long read, long blank, DeliveryCounts counts) {}
