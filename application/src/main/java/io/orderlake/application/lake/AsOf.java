package io.orderlake.application.lake;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneId;

/** The published lake version that a reader asks for, by its number or by a time. */
public sealed interface AsOf {
  /** What is known now. */
  AsOf NEWEST = new Newest();

  /** The newest version; the empty lake before the first. */
  record Newest() implements AsOf {
    @Override
    public Either<String, LakeVersion> in(LakeVersions versions) {
      return Either.right(versions.latest());
    }
  }

  /** That version; 0 is the empty lake. */
  record Version(long number) implements AsOf {
    @Override
    public Either<String, LakeVersion> in(LakeVersions versions) {
      return number == 0 ? Either.right(LakeVersion.empty()) : Published.version(versions, number);
    }
  }

  /** What was known then: the last version that was published up to that instant. */
  record Time(Instant instant) implements AsOf {
    @Override
    public Either<String, LakeVersion> in(LakeVersions versions) {
      return Published.known(versions, instant);
    }
  }

  /**
   * What somebody wrote.
   *
   * @param text a lake version's number, an instant such as {@code 2026-11-22T10:00:00Z}, or a
   *     date, which means its first moment
   * @param zone whose days a date means
   * @return the version asked for, or the sentence that says what is wrong with the text
   */
  static Either<String, AsOf> parse(String text, ZoneId zone) {
    if (text.matches("\\d{1,18}")) {
      return Either.right(new Version(Long.parseLong(text)));
    }
    return AskedTime.instant(text, zone)
        .<AsOf>map(Time::new)
        .mapLeft(problem -> problem + ", nor a lake version's number");
  }

  /**
   * Finds the version.
   *
   * @return the version, or the sentence that says which there are, or that its files are removed
   */
  Either<String, LakeVersion> in(LakeVersions versions);
}
