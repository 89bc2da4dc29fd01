package io.orderlake.application.lake;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.text.TimeText;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Finds published lake versions; costs a look at a few, however many there are. */
public final class Published {
  private Published() {}

  /**
   * The last version that was published up to an instant.
   *
   * @param first the number of the first version looked at
   */
  public static Option<LakeVersion> lastUpTo(LakeVersions versions, long first, Instant instant) {
    long low = first - 1;
    long high = versions.latest().number();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (versions.version(middle).get().publishedAt().isAfter(instant)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low < first ? Option.none() : versions.version(low);
  }

  static Either<String, LakeVersion> version(LakeVersions versions, long number) {
    return versions
        .version(number)
        .toEither(() -> "there is no lake version " + number + newest(versions.latest()))
        .flatMap(version -> kept(versions, version));
  }

  /** A time without decimals means its whole second, since times are shown so. */
  static Either<String, LakeVersion> known(LakeVersions versions, Instant instant) {
    boolean whole = instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
    Instant end = whole ? instant.plusNanos(999_999_999) : instant;
    return lastUpTo(versions, 1, end)
        .toEither(
            () -> "nothing was published up to " + TimeText.UTC.moment(instant) + first(versions))
        .flatMap(version -> kept(versions, version));
  }

  private static Either<String, LakeVersion> kept(LakeVersions versions, LakeVersion version) {
    long oldest = versions.oldestKept();
    return version.number() >= oldest
        ? Either.right(version)
        : Either.left(
            "lake version %s, published at %s, is older than the retention: its files were removed; the oldest that can be read is %s"
                .formatted(version.number(), TimeText.UTC.moment(version.publishedAt()), oldest));
  }

  private static String newest(LakeVersion latest) {
    return latest.isEmpty()
        ? ": none has been published yet"
        : ": the newest is " + latest.number();
  }

  private static String first(LakeVersions versions) {
    return versions
        .version(1)
        .map(
            version ->
                ": the first lake version is of " + TimeText.UTC.moment(version.publishedAt()))
        .getOrElse(": none has been published yet");
  }
}
