/** Spark on a cluster's machines: what they are given, and whether they can do the work. */
@NullMarked
package io.orderlake.adapters.spark.cluster;

import org.jspecify.annotations.NullMarked;
