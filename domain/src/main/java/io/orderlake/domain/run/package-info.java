/**
 * Pipeline runs: who asked for which job, how it went. Jobs are values here; the application runs
 * them.
 */
@NullMarked
package io.orderlake.domain.run;

import org.jspecify.annotations.NullMarked;
