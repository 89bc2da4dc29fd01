/**
 * What an audit found, for programs.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.audit;

import org.jspecify.annotations.NullMarked;
