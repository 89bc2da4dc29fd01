/**
 * What became of records, for programs; how people name a record.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.explain;

import org.jspecify.annotations.NullMarked;
