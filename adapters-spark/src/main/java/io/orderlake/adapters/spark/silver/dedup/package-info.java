/**
 * Which records are the first of their event: the dedup index, and the search for duplicates in a
 * range of Bronze. A {@code DedupIndex} answers what Silver holds under an event id and follows
 * Silver by itself; a {@code Deduplication} says of each valid record whether it is a row, a
 * duplicate or a conflict, or a cancellation that takes back an order or waits for one. Called by
 * refining, redriving and rebuilding; of Silver's packages it knows the one around it alone.
 */
@NullMarked
package io.orderlake.adapters.spark.silver.dedup;

import org.jspecify.annotations.NullMarked;
