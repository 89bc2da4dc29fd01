package io.orderlake.bootstrap.terminal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
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

  /** On one line: text, else hexadecimal after {@code 0x}; what is very long is cut. */
  static String shown(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "none";
    }
    String text = text(bytes);
    String shown = text == null ? "0x" + hex(bytes) : text;
    return shown.length() <= SHOWN
        ? printable(shown)
        : printable(shown.substring(0, SHOWN))
            + "… ("
            + Numbers.count(bytes.length, "byte")
            + "; --json shows them all)";
  }

  /** Without what could steer a terminal or turn the line around. */
  public static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "·");
  }
}
