/**
 * Parts of a whole lakehouse in one process: the broker beside it, ingest that goes on, runner,
 * watcher and producer on threads of their own, each stopped in order.
 *
 * <p>Called by the roles {@code up}, {@code demo}, {@code ingest} and {@code runner}.
 */
@NullMarked
package io.orderlake.bootstrap.up;

import org.jspecify.annotations.NullMarked;
