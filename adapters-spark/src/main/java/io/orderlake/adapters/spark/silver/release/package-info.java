/**
 * What the quarantine holds no longer: which of its rows are released, as what, and the files that
 * say so. Called by refining, which releases cancellations with the events that they waited for,
 * and by redriving, which releases what passes by now.
 */
@NullMarked
package io.orderlake.adapters.spark.silver.release;

import org.jspecify.annotations.NullMarked;
