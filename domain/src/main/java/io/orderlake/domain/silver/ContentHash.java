package io.orderlake.domain.silver;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The first 16 bytes of a SHA-256 over an event's standardised content. Two events with one id and
 * one hash say the same.
 */
public final class ContentHash implements Serializable {
  private static final long serialVersionUID = 1;

  public static final int BYTES = 16;

  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(
          () -> {
            try {
              return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
              throw new IllegalStateException("every JDK has SHA-256", e);
            }
          });

  private final byte[] bytes;

  private ContentHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The hash of the parts, in their order; the parts' bounds count, so ("ab","c") ≠ ("a","bc"). */
  public static ContentHash of(String... parts) {
    MessageDigest digest = SHA_256.get();
    digest.reset();
    for (String part : parts) {
      byte[] text = part.getBytes(StandardCharsets.UTF_8);
      int length = text.length;
      digest.update((byte) (length >>> 24));
      digest.update((byte) (length >>> 16));
      digest.update((byte) (length >>> 8));
      digest.update((byte) length);
      digest.update(text);
    }
    return new ContentHash(Arrays.copyOf(digest.digest(), BYTES));
  }

  /** A stored hash, read back. */
  public static ContentHash ofBytes(byte[] stored) {
    if (stored.length != BYTES) {
      throw new IllegalArgumentException("a content hash has 16 bytes, not " + stored.length);
    }
    return new ContentHash(stored.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContentHash h && Arrays.equals(bytes, h.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
