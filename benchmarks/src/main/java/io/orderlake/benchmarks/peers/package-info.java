/**
 * Those that Orderlake is measured against: the same work as plain Spark SQL, in DuckDB, in Polars.
 * The sections call them; none of them knows Orderlake's code.
 */
@NullMarked
package io.orderlake.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
