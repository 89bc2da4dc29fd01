/** Use cases around Silver: the job that refines orders. Called by the runner. */
@NullMarked
package io.orderlake.application.silver;

import org.jspecify.annotations.NullMarked;
