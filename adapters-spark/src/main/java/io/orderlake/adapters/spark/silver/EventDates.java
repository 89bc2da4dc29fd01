package io.orderlake.adapters.spark.silver;

import io.orderlake.domain.silver.RefinedOrder;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The UTC date of an event as a partition's name; neighbours mostly share it. For one task. */
final class EventDates {
  private long day = Long.MIN_VALUE;
  private String name = "";

  String of(RefinedOrder order) {
    LocalDate date = LocalDate.ofInstant(order.eventTime(), ZoneOffset.UTC);
    if (date.toEpochDay() != day) {
      day = date.toEpochDay();
      name = date.toString();
    }
    return name;
  }
}
