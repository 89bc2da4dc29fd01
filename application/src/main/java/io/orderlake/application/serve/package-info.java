/**
 * Serving Gold to tools that ask databases: bringing a sink to the newest lake version, and holding
 * what it shows against the lake. Called by {@code serve}, {@code up} and {@code audit --serve};
 * promises that nothing of it holds up a run.
 */
@NullMarked
package io.orderlake.application.serve;

import org.jspecify.annotations.NullMarked;
