package io.orderlake.domain.text;

import java.lang.Character.UnicodeScript;

/**
 * Invisible characters where a script needs them: joiners within a word of Persian or Hindi (after
 * RFC 5892, appendix A) and within an emoji, selectors of an emoji's or an ideograph's shape.
 */
final class Joined {
  private static final int TEXT_SHAPE = 0xFE0E;
  private static final int EMOJI_SHAPE = 0xFE0F;

  private Joined() {}

  /**
   * True when the character belongs between its neighbours.
   *
   * @param before the last character that was shown as it is; -1 for none
   * @param after the next character; -1 for none
   */
  static boolean belongs(int before, int codePoint, int after) {
    if (before < 0) {
      return false;
    }
    return switch (codePoint) {
      case Invisible.ZERO_WIDTH_JOINER ->
          (isEmoji(before) || before == EMOJI_SHAPE) ? isEmoji(after) : isOneWord(before, after);
      case Invisible.ZERO_WIDTH_NON_JOINER -> isOneWord(before, after);
      case TEXT_SHAPE, EMOJI_SHAPE -> isEmoji(before) || isKeycap(before);
      default -> Invisible.isVariationSelector(codePoint) && hasShapes(before);
    };
  }

  private static boolean isKeycap(int codePoint) {
    return (codePoint >= '0' && codePoint <= '9') || codePoint == '#' || codePoint == '*';
  }

  /** Emoji are symbols, their skin tones modifiers. */
  private static boolean isEmoji(int codePoint) {
    if (codePoint < 0) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.MATH_SYMBOL ->
          codePoint > 0x7F;
      default -> codePoint == 0x203C || codePoint == 0x2049 || Invisible.isLaterEmoji(codePoint);
    };
  }

  private static boolean hasShapes(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN || script == UnicodeScript.MONGOLIAN;
  }

  private static boolean isOneWord(int before, int after) {
    return after >= 0 && isJoining(after) && isJoining(before);
  }

  private static boolean isJoining(int codePoint) {
    return switch (UnicodeScript.of(codePoint)) {
      case ARABIC,
          SYRIAC,
          MONGOLIAN,
          NKO,
          DEVANAGARI,
          BENGALI,
          GURMUKHI,
          GUJARATI,
          ORIYA,
          TAMIL,
          TELUGU,
          KANNADA,
          MALAYALAM,
          SINHALA,
          KHMER,
          MYANMAR ->
          true;
      default -> false;
    };
  }
}
