/**
 * Orders that were given back beyond what they sold, for programs.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.refund;

import org.jspecify.annotations.NullMarked;
