package io.orderlake.domain.order;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How names are written in Silver, whatever a producer wrote: Unicode NFC, no white space at the
 * ends, one space inside.
 */
public final class Standardising {
  private Standardising() {}

  /** A product keeps its case. */
  public static String product(String recorded) {
    return collapse(nfc(recorded));
  }

  /**
   * A city written all in lower or all in upper case gets a capital at the start and after each
   * space or hyphen; mixed case is taken to be meant.
   */
  public static String city(String recorded) {
    String city = collapse(nfc(recorded));
    boolean oneCase =
        city.equals(city.toLowerCase(Locale.ROOT)) || city.equals(city.toUpperCase(Locale.ROOT));
    return oneCase ? titleCase(city) : city;
  }

  private static String nfc(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private static String collapse(String text) {
    if (isCollapsed(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWhite(c)) {
        gap = out.length() > 0;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** True when there is nothing to trim or to collapse, which is nearly always so. */
  private static boolean isCollapsed(String text) {
    boolean white = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWhite(c) && (white || c != ' ')) {
        return false;
      }
      white = c == ' ';
    }
    return !white || text.isEmpty();
  }

  /** Every white space character of Unicode, the non-breaking ones included; all are in the BMP. */
  private static boolean isWhite(char c) {
    return (c <= ' ' || c >= 0x7f) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private static String titleCase(String city) {
    String lower = city.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length());
    boolean start = true;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      out.appendCodePoint(start ? Character.toTitleCase(c) : c);
      start = c == ' ' || c == '-';
      i += Character.charCount(c);
    }
    return out.toString();
  }
}
