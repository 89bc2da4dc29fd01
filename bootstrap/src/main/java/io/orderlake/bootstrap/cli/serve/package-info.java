/**
 * The roles that make a lake and keep it going: {@code init} an empty one, {@code up} and {@code
 * demo} a whole lakehouse, {@code ingest}, {@code runner} and {@code watch} one part of it in a
 * process of its own.
 *
 * <p>Called by the command line. Promises that a role which is told to stop ends in order: what is
 * under way is finished, and nothing is left running.
 */
@NullMarked
package io.orderlake.bootstrap.cli.serve;

import org.jspecify.annotations.NullMarked;
