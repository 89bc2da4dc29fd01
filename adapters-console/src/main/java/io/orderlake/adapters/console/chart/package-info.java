/**
 * Charts as SVG that the server makes, in the colours of the style, which need no script. What they
 * show is said in words as well: by a table or a caption beside them, or by themselves.
 *
 * <p>Called by the pages; promises that a drawing takes no more room than it is told.
 */
@NullMarked
package io.orderlake.adapters.console.chart;

import org.jspecify.annotations.NullMarked;
