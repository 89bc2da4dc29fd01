/**
 * A Delta table as Orderlake writes it: files from tasks, then one commit with positions, refused
 * when a position has moved; and the versions of a table as the vacuum sees them. This package and
 * those below it are the only ones that know Delta's log and transaction classes; none of those
 * below knows this one.
 *
 * <ul>
 *   <li>{@code layout}: what a table looks like, and how a stored one is brought to it
 *   <li>{@code file}: data files, written and read from inside tasks
 *   <li>{@code history}: what a table's commits did, for whoever reads it on
 *   <li>{@code disk}: Delta's log and Hadoop's files on a local disk
 *   <li>{@code interop}: what the libraries take and throw
 * </ul>
 */
@NullMarked
package io.orderlake.adapters.spark.delta;

import org.jspecify.annotations.NullMarked;
