package io.orderlake.domain.gold;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * Revenue by city and hour. Hours are cut in the reporting zone and stored as the UTC instant they
 * start at; {@code date} is the hour's date in that zone.
 *
 * @param zone the reporting zone
 */
public record RevenueByCityHour(ZoneId zone) implements GoldProjection {
  @Override
  public String table() {
    return "revenue_by_city_hour";
  }

  @Override
  public String partitionColumn() {
    return "date";
  }

  @Override
  public String textColumn() {
    return "city";
  }

  @Override
  public TimeColumn time() {
    return new TimeColumn("hour", TimeColumn.Kind.INSTANT);
  }

  @Override
  public GoldKey keyOf(Sale sale) {
    return at(sale.eventTime(), sale.city());
  }

  private GoldKey at(Instant time, String city) {
    ZonedDateTime hour = time.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    return GoldKey.at(hour.toLocalDate().toString(), city, hour.toInstant());
  }

  @Override
  public boolean mayHave(GoldKey key) {
    return at(key.instant(), key.text()).equals(key);
  }

  @Override
  public TimeSpan spanOf(GoldKey key) {
    Instant start = key.instant();
    Instant end = start.plus(1, ChronoUnit.HOURS);
    // Where clocks are set at a minute that is no full hour, an hour may begin or end elsewhere.
    return isClockSetAround(start)
        ? new TimeSpan(start.minus(1, ChronoUnit.HOURS), end.plus(1, ChronoUnit.HOURS))
        : new TimeSpan(start, end);
  }

  private boolean isClockSetAround(Instant start) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(start.minus(2, ChronoUnit.HOURS));
    return next != null && next.getInstant().isBefore(start.plus(2, ChronoUnit.HOURS));
  }
}
