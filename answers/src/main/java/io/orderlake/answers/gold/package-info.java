/**
 * Cells of Gold, for programs and spreadsheets.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.gold;

import org.jspecify.annotations.NullMarked;
