package io.orderlake.domain.silver;

import java.io.Serializable;
import java.nio.ByteBuffer;
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
    byte[][] texts = new byte[parts.length][];
    int size = 0;
    for (int i = 0; i < parts.length; i++) {
      texts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
      size += Integer.BYTES + texts[i].length;
    }
    ByteBuffer bounded = ByteBuffer.allocate(size);
    for (byte[] text : texts) {
      bounded.putInt(text.length).put(text);
    }
    return new ContentHash(Arrays.copyOf(SHA_256.get().digest(bounded.array()), BYTES));
  }

  /** A stored hash, read back. */
  public static ContentHash ofBytes(byte[] stored) {
    if (stored.length != BYTES) {
      throw new IllegalArgumentException("a content hash has 16 bytes, not " + stored.length);
    }
    return new ContentHash(stored.clone());
  }

  /** The hash whose bytes lie there. */
  public static ContentHash at(byte[] source, int offset) {
    return new ContentHash(Arrays.copyOfRange(source, offset, offset + BYTES));
  }

  /** The first 8 bytes as a number; over many hashes spread evenly over all numbers. */
  public long prefix() {
    return ByteBuffer.wrap(bytes).getLong();
  }

  /** Puts the bytes there. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, BYTES);
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
