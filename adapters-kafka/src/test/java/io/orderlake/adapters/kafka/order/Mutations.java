package io.orderlake.adapters.kafka.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;

/** Damages JSON texts where readers differ: bytes, structure, numbers, escapes, characters. */
final class Mutations {
  private static final String[] FRAGMENTS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    " ",
    "\n",
    "\t",
    "\r",
    "\f",
    "\u0000",
    "\u001f",
    "\u007f",
    "\u0085",
    "\u00a0",
    "\u00e9",
    "\u2028",
    "\uFEFF",
    "\uFFFD",
    "\uD83D\uDE00",
    "\\\"",
    "\\\\",
    "\\/",
    "\\b",
    "\\n",
    "\\x",
    "\\u",
    "\\u0041",
    "\\u0000",
    "\\ud83d",
    "\\ud83d\\ude00",
    "\\ude00",
    "null",
    "true",
    "false",
    "nul",
    "True",
    "NaN",
    "Infinity",
    "/**/",
    "//",
    "'",
    "#",
    "{}",
    "[]",
    "[1,{\"a\":null}]",
    "{\"event_id\":\"x\"}"
  };

  private static final String[] FIELDS = {
    "\"a\":1,",
    "\"a\":1.50,",
    "\"event_id\":\"twice\",",
    "\"quantity\":3,",
    "\"\":\"\",",
    "\"event\\u005fid\":\"e\",",
    "\"price\":1e5,",
    "\"x\":{\"event_id\":\"x\"},",
    "\"y\":[1, {\"a\":[]}],",
    "\"größe\":\"\\u00fc\",",
    "\"\\u0061\":null,",
    "\"u\":\"\uFFFD\","
  };

  private static final String[] NUMBERS = {
    "0",
    "-0",
    "01",
    "00",
    "-01",
    "1.",
    ".5",
    "+1",
    "-",
    "--1",
    "1e5",
    "1E+05",
    "1e",
    "1e+",
    "1.e1",
    "0.10",
    "-0.0",
    "1.5.2",
    "1e5.5",
    "0x1F",
    "1_0",
    "9".repeat(40),
    "1" + "0".repeat(1_000),
    "1 2",
    "١"
  };

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** The text with up to three damages, or now and then as it is. */
  byte[] of(byte[] text) {
    byte[] mutated = text;
    for (int times = random.nextInt(4); times > 0; times--) {
      mutated = once(mutated);
    }
    return mutated;
  }

  private byte[] once(byte[] text) {
    int at = random.nextInt(text.length + 1);
    int next = Math.min(text.length, at + 1);
    return switch (random.nextInt(9)) {
      case 0 -> spliced(text, at, at, new byte[] {(byte) random.nextInt(256)});
      case 1 -> spliced(text, at, Math.min(text.length, at + 1 + random.nextInt(4)), new byte[0]);
      case 2 -> spliced(text, at, next, bytes(FRAGMENTS));
      case 3 -> spliced(text, at, at, bytes(FRAGMENTS));
      case 4 -> Arrays.copyOf(text, at);
      case 5 -> spliced(text, afterByte(text, at, ':'), afterByte(text, at, ','), number());
      case 6, 7 -> {
        int field = afterByte(text, at, ',');
        yield spliced(text, field, field, bytes(FIELDS));
      }
      default -> {
        int field = afterByte(text, at, ',');
        byte[] copied =
            Arrays.copyOfRange(text, field, Math.max(field, afterByte(text, field, ',')));
        yield spliced(text, field, field, copied);
      }
    };
  }

  private byte[] number() {
    return (NUMBERS[random.nextInt(NUMBERS.length)] + ",").getBytes(UTF_8);
  }

  private byte[] bytes(String[] choices) {
    return choices[random.nextInt(choices.length)].getBytes(UTF_8);
  }

  /** The place behind the first such byte from there on, or the end. */
  private static int afterByte(byte[] text, int from, char c) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == c) {
        return i + 1;
      }
    }
    return text.length;
  }

  private static byte[] spliced(byte[] text, int from, int to, byte[] insert) {
    int rest = Math.max(from, to);
    byte[] out = Arrays.copyOf(text, from + insert.length + text.length - rest);
    System.arraycopy(insert, 0, out, from, insert.length);
    System.arraycopy(text, rest, out, from + insert.length, text.length - rest);
    return out;
  }
}
