package io.orderlake.adapters.objectstore;

import io.vavr.control.Option;
import java.util.Locale;

/**
 * Names of objects that are numbered from 1, so that their order is that of their numbers. A number
 * is never used twice.
 */
public final class Numbered {
  private static final int DIGITS = 20;

  private Numbered() {}

  /** A number as names have it, and what follows. */
  public static String name(long number, String suffix) {
    return String.format(Locale.ROOT, "%020d", number) + suffix;
  }

  /** The number of a name with that end; none for other names. */
  public static Option<Long> number(String name, String suffix) {
    return name.length() == DIGITS + suffix.length()
            && name.startsWith("0")
            && name.endsWith(suffix)
            && name.substring(0, DIGITS).chars().allMatch(c -> c >= '0' && c <= '9')
        ? Option.some(Long.parseLong(name, 0, DIGITS, 10))
        : Option.none();
  }
}
