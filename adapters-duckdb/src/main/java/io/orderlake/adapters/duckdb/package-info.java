/**
 * SQL over files: {@link io.orderlake.adapters.duckdb.LakeSql} answers questions with DuckDB, which
 * runs within this process. Called by the role {@code sql}; promises that a question reads the
 * files that it may and no others, and writes none.
 */
@NullMarked
package io.orderlake.adapters.duckdb;

import org.jspecify.annotations.NullMarked;
