/**
 * Where the lake and its runs stand, for programs.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.run;

import org.jspecify.annotations.NullMarked;
