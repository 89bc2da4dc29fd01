/**
 * The roles that show and prove what is there: {@code gold} the figures, {@code explain} where they
 * come from, {@code audit} whether they are right, {@code config} what is configured, {@code
 * source} what a source makes of its records.
 *
 * <p>Called by the command line; what became of a record is told for the quarantine, too. Promises
 * to change no table.
 */
@NullMarked
package io.orderlake.bootstrap.cli.query;

import org.jspecify.annotations.NullMarked;
