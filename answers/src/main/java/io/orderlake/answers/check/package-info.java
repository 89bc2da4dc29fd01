/**
 * Whether a lake is well, for programs and in words.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.check;

import org.jspecify.annotations.NullMarked;
