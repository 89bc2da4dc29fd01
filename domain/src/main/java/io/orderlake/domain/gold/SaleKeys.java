package io.orderlake.domain.gold;

import io.orderlake.domain.gold.GoldProjection.TimeCut;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the cells of many sales of one table, each as {@link GoldProjection#keyOf} does: where a
 * time belongs is worked out once for each quarter of an hour, and not for each sale. For one
 * thread.
 */
public final class SaleKeys {
  private static final long QUARTER_SECONDS = 900;

  /** Some months' worth of quarters. */
  private static final int MOST_KEPT = 10_000;

  private static final long LAST_NANO = 999_999_999;

  private final GoldProjection projection;
  private final Map<Long, TimeCut> cuts = new HashMap<>();

  public SaleKeys(GoldProjection projection) {
    this.projection = projection;
  }

  /** The cell that the sale belongs to. */
  public GoldKey of(Sale sale) {
    return projection.keyOf(sale, cutAt(sale.eventTime()));
  }

  private TimeCut cutAt(Instant time) {
    Long quarter = Math.floorDiv(time.getEpochSecond(), QUARTER_SECONDS);
    TimeCut known = cuts.get(quarter);
    return known == null ? newCutAt(time, quarter) : known;
  }

  private TimeCut newCutAt(Instant time, long quarter) {
    Instant first = Instant.ofEpochSecond(quarter * QUARTER_SECONDS);
    Instant last = Instant.ofEpochSecond((quarter + 1) * QUARTER_SECONDS - 1, LAST_NANO);
    TimeCut cut = projection.cutAt(time);
    if (!isClockSet(first, last) && projection.cutAt(first).equals(projection.cutAt(last))) {
      if (cuts.size() == MOST_KEPT) {
        cuts.clear();
      }
      cuts.put(quarter, cut);
    }
    return cut;
  }

  /** Where clocks show one time after the other, what both ends belong to has all between. */
  private boolean isClockSet(Instant first, Instant last) {
    ZoneId zone = projection.zone();
    ZoneOffsetTransition next = zone.getRules().nextTransition(first);
    return next != null && !next.getInstant().isAfter(last);
  }
}
