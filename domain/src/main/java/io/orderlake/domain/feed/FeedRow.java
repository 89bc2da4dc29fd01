package io.orderlake.domain.feed;

import io.vavr.collection.IndexedSeq;

/**
 * A row of a feed.
 *
 * @param number from 1, the header not counted
 * @param cells one for each column, as found
 */
public record FeedRow(long number, IndexedSeq<String> cells) {}
