/**
 * The use cases around runs: serving triggers, asking for a run, keeping the lake fresh, showing
 * where everything stands. Called by the command line; promises that whatever happens to a process,
 * a request has one effect and one result.
 */
@NullMarked
package io.orderlake.application.run;

import org.jspecify.annotations.NullMarked;
