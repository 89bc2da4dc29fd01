/**
 * What Silver's commits say they counted. Called by whoever commits to Silver and reads it back;
 * promises that a count that is missing is named, not taken for none.
 */
@NullMarked
package io.orderlake.protocol.silver;

import org.jspecify.annotations.NullMarked;
