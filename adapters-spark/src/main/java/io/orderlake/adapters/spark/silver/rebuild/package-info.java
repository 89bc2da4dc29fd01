/**
 * Rebuilding: Silver and the Quarantine refined anew out of the whole of Bronze, beside the present
 * ones, which one change of both replaces. Called by the job {@code rebuild}; one that was broken
 * off is gone on with.
 */
@NullMarked
package io.orderlake.adapters.spark.silver.rebuild;

import org.jspecify.annotations.NullMarked;
