/** How long the console's pages take on a lake with a history. */
@NullMarked
package io.orderlake.benchmarks.console;

import org.jspecify.annotations.NullMarked;
