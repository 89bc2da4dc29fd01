package io.orderlake.answers.text;

import io.vavr.collection.SortedMap;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** Figures as people read them: grouped by thousands, exact. */
public final class Numbers {
  private Numbers() {}

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A count with its noun in the right number, e.g. {@code 1 record}, {@code 2 records}. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** Amounts by currency: one alone as {@link #money(BigDecimal)} has it, several with theirs. */
  public static String money(SortedMap<String, BigDecimal> byCurrency) {
    return byCurrency.size() <= 1
        ? money(byCurrency.values().headOption().getOrElse(BigDecimal.ZERO))
        : byCurrency.map(sum -> money(sum._2) + " " + sum._1).mkString(" and ");
  }

  /** Two to four decimals, as many as it has. */
  public static String money(BigDecimal amount) {
    DecimalFormat format =
        new DecimalFormat("#,##0.00##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(amount);
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
