/**
 * What documents are made of: JSON and CSV in which nothing steers, figures, amounts and bytes as
 * people and programs read them.
 *
 * <p>Called by the command line and the console; promises both the same words.
 */
@NullMarked
package io.orderlake.answers.text;

import org.jspecify.annotations.NullMarked;
