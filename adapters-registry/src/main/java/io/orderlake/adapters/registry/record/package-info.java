/**
 * Binary records: a cursor over untrusted bytes, and the values that become of what it reads.
 * Called by the readers of the formats. Promises that no bytes make it fail otherwise than by the
 * sentence that says what is wrong with them, and that what is read of few bytes is no more than a
 * bound.
 */
@NullMarked
package io.orderlake.adapters.registry.record;

import org.jspecify.annotations.NullMarked;
