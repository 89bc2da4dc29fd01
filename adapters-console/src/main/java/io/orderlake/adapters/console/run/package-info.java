/**
 * Runs: when they were, what waits, and one of them.
 *
 * <p>Called by the server; promises what the journal tells.
 */
@NullMarked
package io.orderlake.adapters.console.run;

import org.jspecify.annotations.NullMarked;
