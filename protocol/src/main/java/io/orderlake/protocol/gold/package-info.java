/**
 * What a Gold table's commits say they counted. Called by whoever commits to Gold and reads it
 * back; promises that a count that is missing is named, not taken for none.
 */
@NullMarked
package io.orderlake.protocol.gold;

import org.jspecify.annotations.NullMarked;
