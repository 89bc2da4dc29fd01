package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads UTF-8 and refuses what is not. */
final class StrictUtf8 {
  private StrictUtf8() {}

  /** The text, or null when the bytes are not UTF-8. */
  static @Nullable String decode(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    // Decoding is fast and puts U+FFFD for what is malformed; only then is a closer look due.
    return text.indexOf('\uFFFD') < 0 || isWellFormed(bytes) ? text : null;
  }

  /** Says which byte is the first that no UTF-8 has there. */
  static String fault(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    UTF_8.newDecoder().decode(in, out, true);
    int offset = in.position();
    String before = out.flip().toString();
    return String.format(
        Locale.ROOT,
        "the value is not UTF-8: the byte 0x%02X at offset %d (%s) begins no character, or one that"
            + " is cut off",
        bytes[offset],
        offset,
        JsonPlace.in(before, before.length()));
  }

  private static boolean isWellFormed(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** True when a surrogate has no partner, which no UTF-8 can hold. */
  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }
}
