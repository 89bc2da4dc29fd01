package io.orderlake.application.lake;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The published lake version that a reader asks for. */
public final class AskedVersion {
  private AskedVersion() {}

  /**
   * That version, or the newest when none is asked for; the empty lake before the first.
   *
   * @return the version, or the sentence that says which there are, or that its files are removed
   */
  public static Either<String, LakeVersion> of(LakeVersions versions, Option<Long> number) {
    LakeVersion latest = versions.latest();
    return number.fold(
        () -> Either.right(latest),
        asked ->
            (asked == 0 ? Option.some(LakeVersion.empty()) : versions.version(asked))
                .toEither(() -> "there is no lake version " + asked + newest(latest))
                .filterOrElse(
                    version -> version.isEmpty() || version.number() >= versions.oldestKept(),
                    version -> givenUp(version, versions.oldestKept())));
  }

  private static String givenUp(LakeVersion version, long oldest) {
    return "lake version %d, published at %s, is older than the retention: its files were removed; the oldest that can be read is %d"
        .formatted(version.number(), version.publishedAt(), oldest);
  }

  private static String newest(LakeVersion latest) {
    return latest.isEmpty()
        ? ": none has been published yet"
        : ": the newest is " + latest.number();
  }
}
