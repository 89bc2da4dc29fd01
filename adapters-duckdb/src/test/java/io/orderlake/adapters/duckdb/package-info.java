/** SQL over files, with DuckDB itself. */
@NullMarked
package io.orderlake.adapters.duckdb;

import org.jspecify.annotations.NullMarked;
