/**
 * The audit: replays Bronze through the domain and compares every projection with what comes out.
 * Called by the runner and the command line.
 *
 * <p>It shares the refiner and the Gold keys with the jobs, for they are what is proven, and
 * nothing else: no engine, no history of event ids, no sums. Memory is bounded by the size of a
 * bin, not by the lake's history.
 *
 * <p>Here are the job, the use case and its three passes: gathering facts, deciding on each event,
 * comparing each cell. What they stand on has packages of its own, of which none knows this one:
 * {@code scan} reads the tables, {@code spill} holds what memory cannot, {@code finding} turns what
 * differs into counter-examples, {@code verdict} says what was asked and what came of it.
 */
@NullMarked
package io.orderlake.application.audit;

import org.jspecify.annotations.NullMarked;
