/**
 * The roles that ask the runner for jobs and say how they and the lake stand: {@code trigger},
 * {@code maintain}, {@code status}, {@code check}; and how a run is asked for, awaited and told.
 *
 * <p>Called by the command line and by the roles that have a lake corrected. Promises to ask by
 * trigger files alone, and to end as the run ended.
 */
@NullMarked
package io.orderlake.bootstrap.cli.run;

import org.jspecify.annotations.NullMarked;
