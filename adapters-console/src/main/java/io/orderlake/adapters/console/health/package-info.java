/**
 * What the tables and the disk are like, and what cannot be read.
 *
 * <p>Called by the server; promises the metrics of this moment.
 */
@NullMarked
package io.orderlake.adapters.console.health;

import org.jspecify.annotations.NullMarked;
