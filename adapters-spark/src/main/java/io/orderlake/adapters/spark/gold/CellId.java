package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.GoldKey;
import java.io.Serializable;

/**
 * A cell of one of the Gold tables.
 *
 * @param table the number of the table's layout
 * @param key the cell
 */
record CellId(int table, GoldKey key) implements Serializable {}
