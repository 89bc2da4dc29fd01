package io.orderlake.adapters.spark.silver.dedup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.digest.Sha256;

/**
 * What stands for an event id where ids are only looked up and compared: the id itself, and for one
 * of more than {@value #LONGEST} bytes its SHA-256. So what is held of a range in memory is bounded
 * by the number of its records, whatever ids they have.
 */
final class IdKey {
  static final int LONGEST = 64;

  /** No text in UTF-8 begins so; no id is taken for a digest. */
  private static final byte DIGEST = (byte) 0xff;

  /** Nor so. */
  private static final byte WITHDRAWAL = (byte) 0xfe;

  private IdKey() {}

  /** The key of an id in UTF-8; a key's is the key itself. */
  static byte[] of(byte[] id) {
    if (id.length <= LONGEST) {
      return id;
    }
    byte[] digest = Sha256.of(id);
    byte[] key = new byte[1 + digest.length];
    key[0] = DIGEST;
    System.arraycopy(digest, 0, key, 1, digest.length);
    return key;
  }

  /** Whether it is a digest that stands for a longer id. */
  static boolean isDigest(byte[] key) {
    return key.length > 0 && key[0] == DIGEST;
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
