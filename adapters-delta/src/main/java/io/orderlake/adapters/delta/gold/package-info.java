/**
 * Gold tables at one version, cell by cell. Called through {@link
 * io.orderlake.domain.gold.GoldView}; every Gold table is read by the same code, told apart by its
 * projection.
 */
@NullMarked
package io.orderlake.adapters.delta.gold;

import org.jspecify.annotations.NullMarked;
