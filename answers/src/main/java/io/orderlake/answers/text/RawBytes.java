package io.orderlake.answers.text;

import io.orderlake.domain.text.SafeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes as they were received, as far as a person can read them. */
public final class RawBytes {
  private static final int SHOWN = 4_000;

  private RawBytes() {}

  /** The text that the bytes are in UTF-8; null when they are none, or when there are none. */
  static @Nullable String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  static @Nullable String hex(byte @Nullable [] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  /** Under {@code name} when they are text in UTF-8, else under {@code name_hex}. */
  public static void put(Map<String, @Nullable Object> json, String name, byte @Nullable [] bytes) {
    String text = text(bytes);
    json.put(name, text);
    if (text == null && bytes != null) {
      json.put(name + "_hex", hex(bytes));
    }
  }

  /** On one line: text, else hexadecimal after {@code 0x}; what is very long is cut. */
  public static String shown(byte @Nullable [] bytes) {
    return shown(bytes, SHOWN);
  }

  /**
   * On one line, likewise.
   *
   * @param most how many characters are shown
   */
  public static String shown(byte @Nullable [] bytes, int most) {
    if (bytes == null) {
      return "none";
    }
    String text = text(bytes);
    String shown = text == null ? "0x" + hex(bytes) : text;
    String cut = SafeText.cut(shown, most);
    return cut.length() == shown.length()
        ? SafeText.line(shown)
        : SafeText.line(cut)
            + "… ("
            + Numbers.count(bytes.length, "byte")
            + "; --json shows them all)";
  }
}
