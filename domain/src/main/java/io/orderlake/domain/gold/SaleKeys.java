package io.orderlake.domain.gold;

import io.orderlake.domain.gold.GoldProjection.TimeCut;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * Tells the cells of many sales of one table, each as {@link GoldProjection#keyOf} does: where a
 * time belongs is worked out once for each quarter of an hour, and not for each sale. For one
 * thread.
 */
public final class SaleKeys {
  private static final long QUARTER_SECONDS = 900;

  /** Some weeks' worth of quarters; a power of two. */
  private static final int KEPT = 4_096;

  private static final long LAST_NANO = 999_999_999;

  private final GoldProjection projection;

  /** At each place the quarter that was met there last, and where it belongs; null for none. */
  private final long[] quarters = new long[KEPT];

  private final @Nullable TimeCut[] cuts = new @Nullable TimeCut[KEPT];

  public SaleKeys(GoldProjection projection) {
    this.projection = projection;
  }

  /** The cell that the sale belongs to. */
  public GoldKey of(Sale sale) {
    return projection.keyOf(sale, cutAt(sale.eventTime()));
  }

  private TimeCut cutAt(Instant time) {
    long quarter = Math.floorDiv(time.getEpochSecond(), QUARTER_SECONDS);
    int place = (int) quarter & (KEPT - 1);
    TimeCut known = cuts[place];
    return known != null && quarters[place] == quarter ? known : newCutAt(time, quarter, place);
  }

  private TimeCut newCutAt(Instant time, long quarter, int place) {
    Instant first = Instant.ofEpochSecond(quarter * QUARTER_SECONDS);
    Instant last = Instant.ofEpochSecond((quarter + 1) * QUARTER_SECONDS - 1, LAST_NANO);
    TimeCut cut = projection.cutAt(time);
    if (!isClockSet(first, last) && projection.cutAt(first).equals(projection.cutAt(last))) {
      quarters[place] = quarter;
      cuts[place] = cut;
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
