package io.orderlake.domain.notation;

/** The text of a table's cell. */
public final class CellText {
  private CellText() {}

  /**
   * Without what cannot be seen at its ends: white space of every kind, the no-break ones included,
   * zero-width characters and byte order marks.
   */
  public static String clean(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isInvisible(cell.charAt(from))) {
      from++;
    }
    while (to > from && isInvisible(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  private static boolean isInvisible(char c) {
    return c <= ' '
        ? c != 0
        : c >= 0x7f
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= '\u200b' && c <= '\u200d')
                || c == '\u2060'
                || c == '\ufeff');
  }
}
