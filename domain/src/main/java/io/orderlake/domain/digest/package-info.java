/** Digests of bytes. Called by whoever names or compares things by what they say. */
@NullMarked
package io.orderlake.domain.digest;

import org.jspecify.annotations.NullMarked;
