/**
 * What a person sees: sentences, tables, one line of progress. Plain text when nobody watches.
 *
 * <p>Called by the command line; promises that nothing but results goes to standard output.
 */
@NullMarked
package io.orderlake.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
