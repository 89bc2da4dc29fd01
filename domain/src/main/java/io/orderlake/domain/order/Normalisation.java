package io.orderlake.domain.order;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How names are written in Silver, whatever a producer wrote: Unicode NFC, no white space at the
 * ends, one space inside.
 */
public final class Normalisation {
  /** Of those beyond ASCII: what lies between is white, or nothing to be seen, or a sign. */
  private static final char FIRST_LATIN_LETTER = 0xc0;

  /** The first mark that joins the character before it. */
  private static final char FIRST_COMBINING = 0x300;

  private Normalisation() {}

  /** A product keeps its case. */
  public static String product(String recorded) {
    return isStandard(recorded) ? recorded : collapse(nfc(recorded));
  }

  /**
   * A city written all in lower or all in upper case gets a capital at the start and after each
   * space or hyphen; mixed case is taken to be meant.
   */
  public static String city(String recorded) {
    String city = product(recorded);
    return !hasBothCases(city) && isInOneCase(city) ? titleCase(city) : city;
  }

  /** True when nothing would be left. */
  public static boolean isBlank(String recorded) {
    return (recorded.isEmpty() || !isVisibleAscii(recorded.charAt(0)))
        && product(recorded).isEmpty();
  }

  /**
   * True when there is nothing to change, which one look at letters, digits and signs of Latin
   * tells of nearly every name.
   */
  private static boolean isStandard(String text) {
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isVisibleAscii(c) || (c >= FIRST_LATIN_LETTER && c < FIRST_COMBINING)) {
        gap = false;
      } else if (c == ' ' && !gap) {
        gap = true;
      } else {
        return false;
      }
    }
    return !gap || text.isEmpty();
  }

  private static boolean isVisibleAscii(char c) {
    return c > ' ' && c < 0x7f;
  }

  /** True when ASCII letters alone show both cases, as those of nearly every name do. */
  private static boolean hasBothCases(String text) {
    boolean lower = false;
    boolean upper = false;
    for (int i = 0; i < text.length() && !(lower && upper); i++) {
      char c = text.charAt(i);
      lower |= c >= 'a' && c <= 'z';
      upper |= c >= 'A' && c <= 'Z';
    }
    return lower && upper;
  }

  private static boolean isInOneCase(String text) {
    return text.equals(text.toLowerCase(Locale.ROOT)) || text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static String nfc(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isNeverChanged(text.charAt(i))) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /**
   * True for a character that is in NFC whatever stands beside it: all below the first combining
   * mark, U+0300, and the unified ideographs.
   */
  private static boolean isNeverChanged(char c) {
    return c < FIRST_COMBINING || (c >= 0x4e00 && c <= 0x9fff);
  }

  private static String collapse(String text) {
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

  /**
   * Every white space character of the contract's schemas, whose patterns are those of ECMAScript:
   * the spaces and line ends of Unicode, the non-breaking ones included, and the byte order mark;
   * not the separators U+001C to U+001F. All are in the BMP.
   */
  private static boolean isWhite(char c) {
    return c <= ' '
        ? c == ' ' || (c >= '\t' && c <= '\r')
        : c >= 0x7f && (Character.isSpaceChar(c) || c == 0xfeff);
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
