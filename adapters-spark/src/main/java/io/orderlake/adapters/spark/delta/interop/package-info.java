/**
 * Between Orderlake and the libraries: what Spark, Delta and Hadoop throw as the lake's own
 * failure, the Scala collections and the names of files that they take, and the JSON that commits
 * carry. Called wherever tables are written or read with Spark.
 */
@NullMarked
package io.orderlake.adapters.spark.delta.interop;

import org.jspecify.annotations.NullMarked;
