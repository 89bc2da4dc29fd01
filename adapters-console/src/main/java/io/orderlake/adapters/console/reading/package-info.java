/**
 * Metrics as the console's pages read them.
 *
 * <p>Called by pages; promises values as the use case told them, or none.
 */
@NullMarked
package io.orderlake.adapters.console.reading;

import org.jspecify.annotations.NullMarked;
