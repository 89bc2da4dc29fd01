package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.GoldKey;
import java.io.Serializable;

/**
 * A cell of one of the Gold tables, or what is taken back in it.
 *
 * @param table the number of the table's layout
 * @param key the cell
 * @param isWithdrawn whether it stands for what is taken back there
 */
record CellId(int table, GoldKey key, boolean isWithdrawn) implements Serializable {
  /** A cell. */
  CellId(int table, GoldKey key) {
    this(table, key, false);
  }

  /** The cell itself. */
  CellId cell() {
    return isWithdrawn ? new CellId(table, key) : this;
  }
}
