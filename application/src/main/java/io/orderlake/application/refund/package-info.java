/**
 * What was given back held against what was sold. Called by the command line and by whoever audits.
 */
@NullMarked
package io.orderlake.application.refund;

import org.jspecify.annotations.NullMarked;
