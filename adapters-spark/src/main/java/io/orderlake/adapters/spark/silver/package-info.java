/**
 * Silver and the Quarantine as tables: their columns, their rows, and how both are written and
 * committed together, so that whoever comes after a crash finishes what was begun. What fills them
 * is in the packages below, which stand on this one: {@code refine}, {@code rebuild} and {@code
 * redrive}, with {@code dedup} for what they ask about event ids. Gold and compaction know the
 * columns and the rows.
 */
@NullMarked
package io.orderlake.adapters.spark.silver;

import org.jspecify.annotations.NullMarked;
