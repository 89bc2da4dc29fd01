package io.orderlake.domain.money;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.digest.Sha256;
import io.vavr.collection.List;
import java.io.Serializable;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of rates by which amounts of several currencies are converted to one. The day of an event
 * is that of its time in UTC; where the table has no rate of the day, the newest one before it
 * holds, for a number of days. Two tables are equal when they convert alike.
 */
public final class Rates implements Serializable {
  private static final long serialVersionUID = 1;

  /** More are no small table: every task has a copy. */
  public static final int MOST = 500_000;

  /** How many days a rate may hold at most. */
  public static final int LONGEST_CARRY = 3_660;

  private final String to;
  private final int carryDays;
  private final TreeMap<String, RateSeries> byCurrency = new TreeMap<>();
  private final String fingerprint;

  /**
   * Those rates.
   *
   * @param to the currency that is converted to, ISO 4217; one unit of it is always worth 1
   * @param carryDays for how many days after its own a rate holds when there is no newer one
   * @param table in any order
   * @throws IllegalArgumentException when two rates are of one currency and day
   */
  public Rates(String to, int carryDays, Iterable<DatedRate> table) {
    this.to = to;
    this.carryDays = carryDays;
    Map<String, TreeMap<LocalDate, BigDecimal>> rates = new TreeMap<>();
    for (DatedRate rate : table) {
      BigDecimal before =
          rates
              .computeIfAbsent(rate.currency(), first -> new TreeMap<>())
              .put(rate.day(), rate.rate());
      if (before != null) {
        throw new IllegalArgumentException(
            "there are two rates of " + rate.currency() + " on " + rate.day());
      }
    }
    rates.forEach((currency, ofOne) -> byCurrency.put(currency, new RateSeries(ofOne)));
    this.fingerprint = fingerprint();
  }

  /** The currency that is converted to. */
  public String to() {
    return to;
  }

  /** For how many days after its own a rate holds when there is no newer one. */
  public int carryDays() {
    return carryDays;
  }

  /** Those that have rates, by their codes. */
  public List<String> currencies() {
    return List.ofAll(byCurrency.keySet());
  }

  /** The day that an event's rate is of. */
  public static LocalDate dayOf(Instant eventTime) {
    return LocalDate.ofInstant(eventTime, ZoneOffset.UTC);
  }

  /** What one unit of the currency is worth on that day; null where no rate holds. */
  public @Nullable BigDecimal at(String currency, LocalDate day) {
    if (currency.equals(to)) {
      return BigDecimal.ONE;
    }
    RateSeries rates = byCurrency.get(currency);
    return rates == null ? null : rates.at(day, carryDays);
  }

  /** The day of the newest rate of a currency that is not after that day; null for none. */
  public @Nullable LocalDate newestUpTo(String currency, LocalDate day) {
    RateSeries rates = byCurrency.get(currency);
    return rates == null ? null : rates.newestUpTo(day);
  }

  /** The amount in the currency that is converted to, rounded; null where no rate holds. */
  public @Nullable Amount converted(Amount amount, String currency, Instant eventTime) {
    BigDecimal rate = at(currency, dayOf(eventTime));
    return rate == null ? null : amount.convertedAt(rate);
  }

  /** What a rule set's identity says of them, one line for each thing an amount depends on. */
  public List<String> identity() {
    return List.of(
        "rates_carry P" + carryDays + "D", "rates_table " + fingerprint, "rates_to " + to);
  }

  /** The SHA-256 of the table, sorted and each rate without zeros that say nothing. */
  private String fingerprint() {
    MessageDigest digest = Sha256.begin();
    byCurrency.forEach(
        (currency, rates) -> {
          for (int i = 0; i < rates.size(); i++) {
            String line =
                currency + " " + rates.day(i) + " " + rates.rate(i).toPlainString() + "\n";
            digest.update(line.getBytes(UTF_8));
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rates r && identity().equals(r.identity());
  }

  @Override
  public int hashCode() {
    return fingerprint.hashCode();
  }

  /** E.g. {@code rates of GBP, USD to EUR}. */
  @Override
  public String toString() {
    return "rates of " + currencies().mkString(", ") + " to " + to;
  }
}
