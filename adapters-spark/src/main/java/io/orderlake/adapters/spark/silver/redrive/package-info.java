/**
 * Redriving: what the quarantine holds is judged again, and what passes is released into Silver.
 * Called by the job {@code redrive}; what was quarantined stays where it is and gets a row that
 * releases it.
 */
@NullMarked
package io.orderlake.adapters.spark.silver.redrive;

import org.jspecify.annotations.NullMarked;
