package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.order.ContentHash;
import java.io.Serializable;

/**
 * A valid line that claims an event id which others may have.
 *
 * @param file the number of its file in the range
 * @param row its row there
 * @param order the line's place in Bronze
 * @param eventId the id's key, as {@link IdKey#text} gives it
 * @param content what it says
 */
record Claim(int file, int row, BronzeOrder order, String eventId, ContentHash content)
    implements Serializable {}
