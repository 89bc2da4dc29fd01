/**
 * Which records are the first of their event: the dedup index, and the search for duplicates in a
 * range of Bronze. A {@code DedupIndex} answers what Silver holds under an event id and follows
 * Silver by itself; a {@code Deduplication} says of each valid record whether it is a row, a
 * duplicate or a conflict. Called by refining, redriving and rebuilding; knows no other package of
 * Silver's.
 */
@NullMarked
package io.orderlake.adapters.spark.silver.dedup;

import org.jspecify.annotations.NullMarked;
