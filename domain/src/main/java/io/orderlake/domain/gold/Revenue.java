package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import java.io.Serializable;

/**
 * What Gold adds up: a commutative monoid, so that events may be folded in any order and in any
 * grouping.
 *
 * @param amount the sum of the events' totals, exact
 * @param units the sum of the quantities
 * @param events how many
 */
public record Revenue(Amount amount, long units, long events) implements Serializable {
  public static final Revenue ZERO = new Revenue(Amount.ZERO, 0, 0);

  public Revenue plus(Revenue other) {
    return new Revenue(
        amount.plus(other.amount),
        Math.addExact(units, other.units),
        Math.addExact(events, other.events));
  }
}
