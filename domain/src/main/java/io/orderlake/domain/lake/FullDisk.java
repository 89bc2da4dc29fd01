package io.orderlake.domain.lake;

import java.util.regex.Pattern;

/**
 * A disk, or somebody's share of it, without room. Whatever meets it may go on as soon as there is
 * room again, and nobody else's advice helps before.
 */
public final class FullDisk {
  /** As the operating systems say it. */
  private static final Pattern SAID =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|not enough space on the disk",
          Pattern.CASE_INSENSITIVE);

  private FullDisk() {}

  public static boolean isMeantBy(String message) {
    return SAID.matcher(message).find();
  }

  /** Whether the failure, or what caused it, is one. */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (isMeantBy(String.valueOf(t.getMessage()))) {
        return true;
      }
    }
    return false;
  }
}
