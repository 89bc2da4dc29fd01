/** Gold: which cell a sale falls into, which measures cells add up, and the ports of the tables. */
@NullMarked
package io.orderlake.domain.gold;

import org.jspecify.annotations.NullMarked;
