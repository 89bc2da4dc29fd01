/**
 * What an audit compares and what it comes to: the scope, the differences, the figures and the
 * verdict with its advice, as values and as sentences.
 *
 * <p>Made by the audit; read by the job, by the command line and by the demo, which show it. Knows
 * nothing of how an audit is done.
 */
@NullMarked
package io.orderlake.application.audit.verdict;

import org.jspecify.annotations.NullMarked;
