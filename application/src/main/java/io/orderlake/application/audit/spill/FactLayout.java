package io.orderlake.application.audit.spill;

import io.orderlake.domain.gold.Measure;
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

  /** How many bytes cells, figures and the order take. */
  int bytes() {
    return orderAt() + (countsOrders() ? ContentHash.BYTES : 0);
  }

  /** Whether a fact says of which order the event is. */
  public boolean countsOrders() {
    return measures.has(Measure.ORDERS);
  }

  /** Behind how many bytes of these the order stands. */
  int orderAt() {
    return cellBytes() + measures.words() * Long.BYTES;
  }
}
