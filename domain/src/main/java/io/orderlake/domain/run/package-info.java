/**
 * A pipeline run from request to result: the aggregate ({@link io.orderlake.domain.run.RunState} is
 * only ever the fold of its {@link io.orderlake.domain.run.RunEvent}s), the job a run performs, and
 * the driven ports of the trigger protocol. Called by the use cases; promises that a step the
 * protocol does not allow is refused with a sentence, never an exception.
 */
@NullMarked
package io.orderlake.domain.run;

import org.jspecify.annotations.NullMarked;
