/** Revenue: which cell an order falls into, how cells add up, and the ports of the Gold tables. */
@NullMarked
package io.orderlake.domain.gold;

import org.jspecify.annotations.NullMarked;
