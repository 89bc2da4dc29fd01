/**
 * JSON read strictly: every field is asked for, and what is missing, of another type or left over
 * is named. For all who read what Orderlake has written; promises that nothing is guessed or
 * skipped.
 */
@NullMarked
package io.orderlake.protocol.json;

import org.jspecify.annotations.NullMarked;
