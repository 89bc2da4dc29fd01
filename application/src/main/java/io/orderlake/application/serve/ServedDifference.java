package io.orderlake.application.serve;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.control.Option;

/**
 * A cell of which the sink shows something else than the lake has.
 *
 * @param projection the table
 * @param expected what the lake has; none for a cell too many
 * @param found what the sink shows; none for one that is missing
 */
public record ServedDifference(
    GoldProjection projection, Option<GoldCell> expected, Option<GoldCell> found) {
  public ServedDifference {
    if (expected.equals(found)) {
      throw new IllegalArgumentException("no difference: " + expected);
    }
  }

  /** What it is, in a word. */
  public String kind() {
    return expected.isEmpty() ? "too many" : found.isEmpty() ? "missing" : "changed";
  }

  /** The cell that it is about. */
  public GoldCell cell() {
    return expected.getOrElse(found::get);
  }
}
