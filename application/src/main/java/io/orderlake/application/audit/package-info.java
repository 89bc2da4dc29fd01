/**
 * The audit: replays Bronze through the domain and compares every projection with what comes out.
 * Called by the runner and the command line.
 *
 * <p>It shares the refiner and the Gold keys with the jobs, for they are what is proven, and
 * nothing else: no engine, no history of event ids, no sums. Memory is bounded by the size of a
 * bin, not by the lake's history.
 */
@NullMarked
package io.orderlake.application.audit;

import org.jspecify.annotations.NullMarked;
