/**
 * What the commits of a table did: the files that each added, what it carries beside them, which of
 * them set a position, how many a projection has yet to read. Reads the log and commits nothing.
 * Called by whoever reads a table on; a commit or a file that is gone is told, never passed over.
 */
@NullMarked
package io.orderlake.adapters.spark.delta.history;

import org.jspecify.annotations.NullMarked;
