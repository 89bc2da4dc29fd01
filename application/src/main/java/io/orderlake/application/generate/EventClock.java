package io.orderlake.application.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** When synthetic events happen, and the ids that come of it. */
final class EventClock {
  /** How busy each hour of the day is (UTC), in parts of 100: quiet nights, an evening peak. */
  private static final int[] RHYTHM = {
    12, 8, 5, 4, 5, 9, 18, 32, 45, 55, 62, 68, 72, 66, 60, 58, 62, 74, 88, 100, 96, 74, 46, 24
  };

  private static final long JITTER_MILLIS = 2_000;
  private static final Duration LATEST = Duration.ofDays(3);
  private static final Duration EARLIEST = Duration.ofHours(1);

  private EventClock() {}

  /** A moment ago. */
  static Instant onTime(Instant now, RandomGenerator random) {
    return cut(now.minusMillis(random.nextLong(JITTER_MILLIS)));
  }

  /**
   * One hour to three days ago, by the rhythm of the day.
   *
   * @param random for this event alone: how often it is asked depends on the hour
   */
  static Instant late(Instant now, RandomGenerator random) {
    Instant time = now;
    for (int attempt = 0; attempt < 16; attempt++) {
      time = cut(now.minusMillis(random.nextLong(EARLIEST.toMillis(), LATEST.toMillis())));
      if (random.nextInt(100) < RHYTHM[time.atOffset(ZoneOffset.UTC).getHour()]) {
        break;
      }
    }
    return time;
  }

  private static Instant cut(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A UUID of version 7 (RFC 9562): the event's time, then chance. */
  static String eventId(Instant time, RandomGenerator random) {
    long high = (time.toEpochMilli() << 16) | 0x7000 | (random.nextLong() & 0x0FFF);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
