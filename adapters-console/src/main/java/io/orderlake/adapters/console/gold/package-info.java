/**
 * Gold in the browser: its tables over time, what changed between two lake versions, and files of
 * both to take away. A cell leads to what it was added up from.
 *
 * <p>Called by the server; promises the figures of {@code orderlake gold}, as of the lake version
 * that is shown, in the hours and days that the lake had then.
 */
@NullMarked
package io.orderlake.adapters.console.gold;

import org.jspecify.annotations.NullMarked;
