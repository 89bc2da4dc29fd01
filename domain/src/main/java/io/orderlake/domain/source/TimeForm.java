package io.orderlake.domain.source;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.UtcText;
import io.vavr.control.Option;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a source writes times. */
public sealed interface TimeForm extends Serializable {
  /** The time in ISO 8601, or null when the text is none. */
  @Nullable String read(String text);

  /** What is expected, as a message goes on after "not". */
  String expected();

  /** Since the beginning of 1970, in UTC. */
  enum Epoch implements TimeForm {
    SECONDS("epoch_s", 0),
    MILLISECONDS("epoch_ms", 3),
    MICROSECONDS("epoch_us", 6);

    private static final BigDecimal FIRST =
        BigDecimal.valueOf(Instant.parse("0001-01-01T00:00:00Z").getEpochSecond());
    private static final BigDecimal END =
        BigDecimal.valueOf(Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond());
    private static final int NANO_DIGITS = 9;

    private final String word;
    private final int decimals;

    Epoch(String word, int decimals) {
      this.word = word;
      this.decimals = decimals;
    }

    /** As a mapping writes it. */
    public String word() {
      return word;
    }

    @Override
    public @Nullable String read(String text) {
      BigDecimal number = Amount.parseJsonNumber(text).getOrNull();
      if (number == null
          || Math.abs((long) number.precision() - number.scale()) > NANO_DIGITS * 3) {
        return null;
      }
      BigDecimal seconds = number.scaleByPowerOfTen(-decimals);
      if (seconds.compareTo(FIRST) < 0 || seconds.compareTo(END) >= 0) {
        return null;
      }
      BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
      long nanos = seconds.subtract(whole).scaleByPowerOfTen(NANO_DIGITS).longValue();
      return UtcText.of(Instant.ofEpochSecond(whole.longValueExact(), nanos));
    }

    @Override
    public String expected() {
      return switch (this) {
        case SECONDS -> "the seconds since 1970 of a time in the years 1 to 9999";
        case MILLISECONDS -> "the milliseconds since 1970 of a time in the years 1 to 9999";
        case MICROSECONDS -> "the microseconds since 1970 of a time in the years 1 to 9999";
      };
    }
  }

  /**
   * Written out.
   *
   * @param style ISO 8601, or a pattern and a zone
   */
  record Written(TimeStyle style) implements TimeForm {
    @Override
    public @Nullable String read(String text) {
      return style.read(text) instanceof TimeStyle.Reading.Time time ? time.text() : null;
    }

    @Override
    public String expected() {
      return "a time of the form "
          + (style.pattern().isEmpty() ? "of ISO 8601" : "'" + style.pattern() + "'")
          + style.zone().map(zone -> " that clocks in " + zone + " showed").getOrElse("");
    }

    @Override
    public String toString() {
      Option<String> zone = style.zone().map(Object::toString);
      return (style.pattern().isEmpty() ? "iso" : "'" + style.pattern() + "'")
          + zone.map(name -> " in " + name).getOrElse("");
    }
  }
}
