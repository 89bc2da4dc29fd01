package io.orderlake.bootstrap.cli.role;

import io.orderlake.application.lake.AsOf;
import io.vavr.control.Either;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For commands that show the lake as it was known at some time. */
public final class AsOfOption {
  @Option(
      names = "--as-of",
      paramLabel = "WHEN",
      description = {
        "As known at this time, e.g. 2026-11-22 or 2026-11-22T10:00:00Z, or at this lake version"
            + " (default: now)."
      })
  private @Nullable String text;

  /** Whether the lake is to be shown as of some time or version. */
  public boolean isGiven() {
    return text != null;
  }

  /**
   * The version that is meant, or the sentence that says what is wrong with the option.
   *
   * @param zone whose days a date means
   */
  public Either<String, AsOf> asked(ZoneId zone) {
    return text == null ? Either.right(AsOf.NEWEST) : AsOf.parse(text, zone);
  }
}
