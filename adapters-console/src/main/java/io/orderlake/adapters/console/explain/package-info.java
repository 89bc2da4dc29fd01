/**
 * Explanations in the browser: where a figure comes from, and what became of an event or a record,
 * down to the bytes.
 *
 * <p>Called by the server; promises what {@code orderlake explain} tells, and that no byte of a
 * record is shown where the console is told to hide values.
 */
@NullMarked
package io.orderlake.adapters.console.explain;

import org.jspecify.annotations.NullMarked;
