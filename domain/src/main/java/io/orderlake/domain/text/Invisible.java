package io.orderlake.domain.text;

/**
 * Code points that show nothing of themselves: controls, invisible formatting, halves of surrogate
 * pairs, what is private or not assigned. They steer a terminal, turn a line around or hide text.
 */
public final class Invisible {
  static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  static final int ZERO_WIDTH_JOINER = 0x200D;

  private Invisible() {}

  /** True of what is better escaped, wherever it stands. */
  public static boolean is(int codePoint) {
    if (codePoint < 0x7F) {
      return codePoint < ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.UNASSIGNED -> !isLaterEmoji(codePoint);
      case Character.FORMAT -> !isNumberSign(codePoint);
      case Character.NON_SPACING_MARK, Character.OTHER_LETTER, Character.OTHER_SYMBOL ->
          isVariationSelector(codePoint) || isFiller(codePoint);
      default -> false;
    };
  }

  /** Kept free for emoji by Unicode, and assigned since this Java's version of it, perhaps. */
  static boolean isLaterEmoji(int codePoint) {
    return codePoint >= 0x1F000
        && codePoint <= 0x1FAFF
        && Character.getType(codePoint) == Character.UNASSIGNED;
  }

  /** Of category format, but with a shape: signs that stand before a number or word. */
  private static boolean isNumberSign(int codePoint) {
    return (codePoint >= 0x600 && codePoint <= 0x605)
        || codePoint == 0x6DD
        || codePoint == 0x70F
        || codePoint == 0x890
        || codePoint == 0x891
        || codePoint == 0x8E2
        || codePoint == 0x110BD
        || codePoint == 0x110CD;
  }

  /** Marks and letters without a shape (Unicode's default ignorables), and the blank of Braille. */
  private static boolean isFiller(int codePoint) {
    return switch (codePoint) {
      case 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x16FE4 -> true;
      default -> false;
    };
  }

  /** Chooses a shape of the character before it. */
  static boolean isVariationSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0x180B && codePoint <= 0x180F && codePoint != 0x180E)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }
}
