/**
 * The roles that look into what was set aside and have it, or the whole lake, judged again: {@code
 * quarantine} and {@code rebuild}; and what that would do, foreseen in figures.
 *
 * <p>Called by the command line. Promises that no row goes out of Silver unless a person, or the
 * option {@code --yes}, has agreed.
 */
@NullMarked
package io.orderlake.bootstrap.cli.correct;

import org.jspecify.annotations.NullMarked;
