/** Exact amounts of money. */
@NullMarked
package io.orderlake.domain.money;

import org.jspecify.annotations.NullMarked;
