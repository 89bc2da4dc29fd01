/**
 * What a re-drive of the quarantine would do, and the way to ask for it.
 *
 * <p>Called by the server; promises to change nothing: asking is left to the runner's requests.
 */
@NullMarked
package io.orderlake.adapters.console.redrive;

import org.jspecify.annotations.NullMarked;
