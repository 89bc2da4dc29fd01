/**
 * What was set aside, for programs.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.quarantine;

import org.jspecify.annotations.NullMarked;
