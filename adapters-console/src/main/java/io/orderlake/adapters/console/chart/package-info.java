/**
 * Charts as drawings that need no script. What they show, a table beside them says too: they are
 * hidden from who does not see them.
 *
 * <p>Called by the pages; promises that a drawing takes no more room than it is told.
 */
@NullMarked
package io.orderlake.adapters.console.chart;

import org.jspecify.annotations.NullMarked;
