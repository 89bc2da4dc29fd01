/**
 * What a correction would do, for programs.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.correct;

import org.jspecify.annotations.NullMarked;
