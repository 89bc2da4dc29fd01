package io.orderlake.domain.gold;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Revenue by product and day. Days are those of the reporting zone.
 *
 * @param zone the reporting zone
 */
public record RevenueByProductDay(ZoneId zone) implements GoldProjection {
  /** What a day has after its month; a year may have any length. */
  private static final int DAY_OF_MONTH = "-22".length();

  @Override
  public String table() {
    return "revenue_by_product_day";
  }

  @Override
  public String partitionColumn() {
    return "month";
  }

  @Override
  public String textColumn() {
    return "product";
  }

  @Override
  public TimeColumn time() {
    return new TimeColumn("day", TimeColumn.Kind.DATE);
  }

  @Override
  public GoldKey keyOf(Sale sale) {
    return on(sale.eventTime().atZone(zone).toLocalDate(), sale.product());
  }

  private static GoldKey on(LocalDate day, String product) {
    String text = day.toString();
    return GoldKey.on(text.substring(0, text.length() - DAY_OF_MONTH), product, day);
  }

  /** Days are there in every zone. */
  @Override
  public boolean mayHave(GoldKey key) {
    return on(key.date(), key.text()).equals(key);
  }

  @Override
  public TimeSpan spanOf(GoldKey key) {
    LocalDate day = key.date();
    // Where a clock is set back over midnight, the next day begins twice.
    ZonedDateTime next = day.plusDays(1).atStartOfDay(zone).withLaterOffsetAtOverlap();
    return new TimeSpan(day.atStartOfDay(zone).toInstant(), next.toInstant());
  }
}
