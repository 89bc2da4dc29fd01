/**
 * Single rows of Bronze, Silver and the quarantine: files that cannot hold them are left out by the
 * log, the others are searched column by column. Called through {@link
 * io.orderlake.domain.lookup.LakeLookup}.
 */
@NullMarked
package io.orderlake.adapters.delta.lookup;

import org.jspecify.annotations.NullMarked;
