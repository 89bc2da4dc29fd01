package io.orderlake.application.gold;

import io.orderlake.application.gold.ShowGold.Order;
import io.orderlake.domain.gold.GoldCell;
import java.util.Comparator;

/** Compares cells of one table; total, so that a report reads the same every time. */
final class CellOrder {
  private static final Comparator<GoldCell> BY_TIME = (a, b) -> a.key().compareTime(b.key());
  private static final Comparator<GoldCell> BY_TEXT = (a, b) -> a.key().compareTexts(b.key());
  private static final Comparator<GoldCell> BY_REVENUE =
      Comparator.comparing(c -> c.figures().revenue());

  private CellOrder() {}

  static Comparator<GoldCell> of(Order order) {
    Comparator<GoldCell> first =
        switch (order) {
          case TIME -> BY_TIME.thenComparing(BY_TEXT);
          case TEXT -> BY_TEXT.thenComparing(BY_TIME);
          case REVENUE -> BY_REVENUE.reversed().thenComparing(BY_TIME).thenComparing(BY_TEXT);
        };
    return first.thenComparing(GoldCell::key);
  }
}
