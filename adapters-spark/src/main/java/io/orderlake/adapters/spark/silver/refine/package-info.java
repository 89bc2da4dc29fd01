/**
 * Refining: runs the domain's refiner over a range of Bronze inside tasks, and writes Silver and
 * the Quarantine from one pass. Called by the job {@code silver}, and by a rebuild, which has
 * Bronze read in another order. Nothing is visible before both tables' commits.
 */
@NullMarked
package io.orderlake.adapters.spark.silver.refine;

import org.jspecify.annotations.NullMarked;
