/**
 * Silver and Quarantine: runs the domain's refiner inside tasks and writes both tables from one
 * pass.
 */
@NullMarked
package io.orderlake.adapters.spark.silver;

import org.jspecify.annotations.NullMarked;
