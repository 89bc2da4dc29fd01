package io.orderlake.domain.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The rates of one currency by their day. Kept as bare words, because every task has a copy. */
final class RateSeries implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] days;
  private final long[] unscaled;
  private final byte[] scales;

  /**
   * Those rates.
   *
   * @param rates each as {@link DatedRate} allows
   */
  RateSeries(SortedMap<LocalDate, BigDecimal> rates) {
    days = new int[rates.size()];
    unscaled = new long[rates.size()];
    scales = new byte[rates.size()];
    int at = 0;
    for (Map.Entry<LocalDate, BigDecimal> rate : rates.entrySet()) {
      days[at] = Math.toIntExact(rate.getKey().toEpochDay());
      BigDecimal value = rate.getValue();
      BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
      unscaled[at] = whole.unscaledValue().longValueExact();
      scales[at] = (byte) whole.scale();
      at++;
    }
  }

  int size() {
    return days.length;
  }

  LocalDate day(int at) {
    return LocalDate.ofEpochDay(days[at]);
  }

  BigDecimal rate(int at) {
    return BigDecimal.valueOf(unscaled[at], scales[at]);
  }

  /** Where the newest rate of that day or before stands; below 0 when there is none. */
  private int newest(long day) {
    int low = 0;
    int high = days.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (days[middle] <= day) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** The rate that holds on that day; null when there is none, or the newest is too old. */
  @Nullable BigDecimal at(LocalDate day, int carryDays) {
    long asked = day.toEpochDay();
    int at = newest(asked);
    return at < 0 || asked - days[at] > carryDays ? null : rate(at);
  }

  /** The day of the newest rate up to that day; null when there is none. */
  @Nullable LocalDate newestUpTo(LocalDate day) {
    int at = newest(day.toEpochDay());
    return at < 0 ? null : day(at);
  }
}
