package io.orderlake.domain.gold;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

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
    ZonedDateTime hour = sale.eventTime().atZone(zone).truncatedTo(ChronoUnit.HOURS);
    return GoldKey.at(hour.toLocalDate().toString(), sale.city(), hour.toInstant());
  }
}
