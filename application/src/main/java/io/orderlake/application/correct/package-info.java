/**
 * Use cases that correct the lake after the fact: projections built anew, and the quarantine judged
 * again under other rules. Called by the runner and the command line.
 */
@NullMarked
package io.orderlake.application.correct;

import org.jspecify.annotations.NullMarked;
