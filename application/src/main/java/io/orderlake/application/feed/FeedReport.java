package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;
import io.vavr.control.Option;

/**
 * A feed that was published whole.
 *
 * @param read what it held
 * @param known events that were published before and were not published again
 * @param knownQuarantined those of them that are quarantined
 * @param notCompared why some were published without a look at what is published already
 * @param counts what became of the records
 */
public record FeedReport(
    FeedCounts read,
    long known,
    long knownQuarantined,
    Option<String> notCompared,
    DeliveryCounts counts) {}
