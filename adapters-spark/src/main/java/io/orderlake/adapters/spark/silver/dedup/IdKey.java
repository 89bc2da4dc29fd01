package io.orderlake.adapters.spark.silver.dedup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What stands for an event id where ids are only looked up and compared: the sixteen bytes of a
 * UUID, the SHA-256 of an id of more than {@value #LONGEST} bytes, and any other id itself. So what
 * is held of a range in memory is bounded by the number of its records, whatever ids they have. Of
 * two UUIDs the one that comes first as a text comes first as a key.
 */
final class IdKey {
  static final int LONGEST = 64;

  /** No text in UTF-8 begins so; no id is taken for a digest. */
  private static final byte DIGEST = (byte) 0xff;

  /** Nor so. */
  private static final byte WITHDRAWAL = (byte) 0xfe;

  /** Nor so. */
  private static final byte UUID = (byte) 0xfd;

  private static final int UUID_TEXT = 36;
  private static final int UUID_KEY = 17;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);

  private IdKey() {}

  /** The key of an id in UTF-8; a key's is the key itself. */
  static byte[] of(byte[] id) {
    if (id.length <= LONGEST) {
      byte @Nullable [] uuid = id.length == UUID_TEXT ? packed(id) : null;
      return uuid == null ? id : uuid;
    }
    byte[] digest = Sha256.of(id);
    byte[] key = new byte[1 + digest.length];
    key[0] = DIGEST;
    System.arraycopy(digest, 0, key, 1, digest.length);
    return key;
  }

  /** Null for anything but a UUID in its usual form, with small letters. */
  private static byte @Nullable [] packed(byte[] text) {
    byte[] key = new byte[UUID_KEY];
    key[0] = UUID;
    int nibbles = 0;
    for (int i = 0; i < UUID_TEXT; i++) {
      if (isDash(i)) {
        if (text[i] != '-') {
          return null;
        }
      } else {
        int digit = digit(text[i]);
        if (digit < 0) {
          return null;
        }
        key[1 + nibbles / 2] |= (byte) (nibbles % 2 == 0 ? digit << 4 : digit);
        nibbles++;
      }
    }
    return key;
  }

  private static boolean isDash(int place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
  }

  private static int digit(byte character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
  }

  /** The id in UTF-8 that a key stands for; null for that of one too long to be told. */
  static byte @Nullable [] id(byte[] key) {
    if (key.length == 0 || (key[0] != DIGEST && key[0] != UUID)) {
      return key;
    }
    return key[0] == DIGEST ? null : unpacked(key);
  }

  private static byte[] unpacked(byte[] key) {
    byte[] text = new byte[UUID_TEXT];
    int nibbles = 0;
    for (int i = 0; i < UUID_TEXT; i++) {
      if (isDash(i)) {
        text[i] = '-';
      } else {
        int pair = key[1 + nibbles / 2];
        text[i] = DIGITS[(nibbles % 2 == 0 ? pair >> 4 : pair) & 0xf];
        nibbles++;
      }
    }
    return text;
  }

  /** The key of what withdraws the event with that id, or key. */
  static byte[] ofWithdrawal(byte[] id) {
    byte[] key = of(id);
    byte[] withdrawal = new byte[1 + key.length];
    withdrawal[0] = WITHDRAWAL;
    System.arraycopy(key, 0, withdrawal, 1, key.length);
    return withdrawal;
  }

  /** The key as a text that is equal for equal keys alone. */
  static String text(byte[] key) {
    return new String(key, ISO_8859_1);
  }

  /** The key that {@link #text(byte[])} gave. */
  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static String text(String eventId) {
    return text(of(eventId.getBytes(UTF_8)));
  }
}
