/** What drawings look like. */
@NullMarked
package io.orderlake.adapters.console.chart;

import org.jspecify.annotations.NullMarked;
