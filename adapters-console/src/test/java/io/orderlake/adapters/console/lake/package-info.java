/** A lake in memory, and the console's pages on it. */
@NullMarked
package io.orderlake.adapters.console.lake;

import org.jspecify.annotations.NullMarked;
