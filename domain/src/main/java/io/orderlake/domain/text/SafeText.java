package io.orderlake.domain.text;

/**
 * Text from outside as one line for people: whatever could steer a terminal, turn the line around
 * or hide in it is a dot, and so is what exceeds {@value #MOST_MARKS} marks on one letter. Letters
 * of every script, and emoji, stay as they are.
 */
public final class SafeText {
  /** As many as a pointed and chanted Hebrew letter or a Tibetan stack needs. */
  public static final int MOST_MARKS = 6;

  private static final char DOT = '·';

  private SafeText() {}

  /** The text on one line. */
  public static String line(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return shown(text);
      }
    }
    return text;
  }

  /**
   * The text on one line, and no longer than that.
   *
   * @param most how many characters are shown; how many there are is said where some are not
   */
  public static String line(String text, int most) {
    String cut = cut(text, most);
    return cut.length() == text.length()
        ? line(text)
        : line(cut) + "… (" + text.codePointCount(0, text.length()) + " characters)";
  }

  /** The first so many characters, never half of one. */
  public static String cut(String text, int most) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static String shown(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int before = -1;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Invisible.is(c)) {
        if (Joined.belongs(before, c, i < text.length() ? text.codePointAt(i) : -1)) {
          out.appendCodePoint(c);
          before = Invisible.isVariationSelector(c) ? c : before;
          continue;
        }
        out.append(DOT);
        before = -1;
      } else if (isMark(c)) {
        marks++;
        if (marks <= MOST_MARKS) {
          out.appendCodePoint(c);
          before = c;
        } else if (marks == MOST_MARKS + 1) {
          out.append(DOT);
        }
        continue;
      } else {
        out.appendCodePoint(c);
        before = c;
      }
      marks = 0;
    }
    return out.toString();
  }

  /** Set upon the letter before it. */
  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
