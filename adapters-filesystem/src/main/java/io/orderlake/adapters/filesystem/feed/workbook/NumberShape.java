package io.orderlake.adapters.filesystem.feed.workbook;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number is by the format in which it is shown. */
enum NumberShape {
  NUMBER,
  DATE,
  TIME_OF_DAY,
  DATE_AND_TIME;

  /** What stands for itself, colours and conditions, and what says how wide a cell is. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?![hms]+\\])[^\\]]*\\]");

  private static final Pattern DURATION = Pattern.compile("\\[[hms]+\\]");
  private static final Pattern HALF_OF_DAY = Pattern.compile("am/pm|a/p");

  /**
   * By the format's number and, where it is not one that Excel has of its own, its code.
   *
   * @param id null for none
   * @param code null for none
   */
  static NumberShape of(@Nullable Integer id, @Nullable String code) {
    return switch (id == null ? 0 : id) {
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
      case 18, 19, 20, 21, 32, 33, 34, 35, 55, 56 -> TIME_OF_DAY;
      case 22 -> DATE_AND_TIME;
      case 45, 46, 47 -> NUMBER;
      default -> code == null ? NUMBER : of(code);
    };
  }

  private static NumberShape of(String code) {
    String first = code.toLowerCase(java.util.Locale.ROOT);
    String signs = LITERAL.matcher(first).replaceAll("");
    int section = signs.indexOf(';');
    signs = section < 0 ? signs : signs.substring(0, section);
    if (signs.equals("general") || DURATION.matcher(signs).find()) {
      return NUMBER;
    }
    signs = HALF_OF_DAY.matcher(signs).replaceAll("h");
    boolean time = has(signs, "hs");
    boolean date = has(signs, "yd") || (has(signs, "m") && !time);
    return date ? (time ? DATE_AND_TIME : DATE) : time ? TIME_OF_DAY : NUMBER;
  }

  private static boolean has(String signs, String any) {
    return any.chars().anyMatch(c -> signs.indexOf(c) >= 0);
  }
}
