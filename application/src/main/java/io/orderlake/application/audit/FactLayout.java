package io.orderlake.application.audit;

import io.orderlake.application.audit.scan.PublishedGold;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.silver.ContentHash;
import io.vavr.collection.Seq;

/**
 * What facts say of Gold: the cells that an event falls into, and what it adds to them.
 *
 * @param tables how many Gold tables there are
 * @param measures all that any of them has
 */
record FactLayout(int tables, Measures measures) {
  static FactLayout of(Seq<PublishedGold> gold) {
    return new FactLayout(
        gold.size(),
        gold.map(table -> table.projection().measures()).foldLeft(Measures.BASIC, Measures::with));
  }

  /** How many bytes all cells take. */
  int cellBytes() {
    return tables * ContentHash.BYTES;
  }

  /** How many bytes cells and figures take. */
  int bytes() {
    return cellBytes() + measures.words() * Long.BYTES;
  }
}
