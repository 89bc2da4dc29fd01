package io.orderlake.application.audit.spill;

import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.order.ContentHash;
import io.vavr.collection.Seq;

/**
 * What facts say of Gold: the cells that an event falls into, and what it adds to them.
 *
 * @param tables how many Gold tables there are
 * @param measures all that any of them has
 */
public record FactLayout(int tables, Measures measures) {
  /**
   * The layout for these Gold tables.
   *
   * @param gold what each table adds up, by its number
   */
  public static FactLayout of(Seq<Measures> gold) {
    return new FactLayout(gold.size(), gold.foldLeft(Measures.BASIC, Measures::with));
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
