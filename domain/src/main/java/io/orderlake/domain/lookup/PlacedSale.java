package io.orderlake.domain.lookup;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Sale;

/**
 * A Silver row as far as Gold looks at it, and where its record, or its line, lies.
 *
 * @param order its place in Bronze
 * @param sale what Gold adds up
 */
public record PlacedSale(BronzeOrder order, Sale sale) {}
