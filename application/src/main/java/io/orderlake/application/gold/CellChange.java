package io.orderlake.application.gold;

import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.money.Amount;
import io.vavr.control.Option;

/**
 * A cell that is not the same in two lake versions.
 *
 * @param before what the first version has in it; none where it has no such cell
 * @param after what the second has; likewise; one of the two is there
 */
public record CellChange(GoldKey key, Option<Figures> before, Option<Figures> after) {
  /** What became of the cell. */
  public enum Kind {
    /** The second version has it alone. */
    CAME,
    /** Both have it, with other figures. */
    CHANGED,
    /** The first version has it alone. */
    GONE
  }

  public Kind kind() {
    return before.isEmpty() ? Kind.CAME : after.isEmpty() ? Kind.GONE : Kind.CHANGED;
  }

  /** By how much the revenue is more than it was; below 0 where it is less. */
  public Amount revenue() {
    return revenue(after).minus(revenue(before));
  }

  private static Amount revenue(Option<Figures> figures) {
    return figures.map(Figures::revenue).getOrElse(Amount.ZERO);
  }
}
