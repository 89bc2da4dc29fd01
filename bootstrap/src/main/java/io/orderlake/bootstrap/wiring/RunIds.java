package io.orderlake.bootstrap.wiring;

import io.orderlake.domain.lake.RunId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Ids of runs that nobody has used. */
public final class RunIds {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunIds() {}

  /**
   * An id.
   *
   * @param who asks, as its beginning
   * @param job one that there is
   */
  static RunId madeUp(String who, String job, Instant now) {
    return new RunId(textMadeUp(who, job, now));
  }

  /** Likewise of a job that somebody has written, which may make it none. */
  public static String textMadeUp(String who, String job, Instant now) {
    return String.format(
        Locale.ROOT, "%s-%s-%s-%06x", who, job, STAMP.format(now), RANDOM.nextInt(1 << 24));
  }
}
