package io.orderlake.domain.order;

import io.orderlake.domain.digest.Sha256;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
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

  private static final ThreadLocal<Hasher> HASHER = ThreadLocal.withInitial(Hasher::new);

  private final byte[] bytes;

  private ContentHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The hash of the parts, in their order; the parts' bounds count, so ("ab","c") ≠ ("a","bc"). */
  public static ContentHash of(String... parts) {
    return new ContentHash(HASHER.get().hash(parts));
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
    return Long.hashCode(prefix());
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  /** What one thread uses again for every hash. */
  private static final class Hasher {
    /** Longer content gets space of its own, which is not kept. */
    private static final int USUAL_SIZE = 1024;

    private final MessageDigest sha256 = Sha256.begin();
    private final byte[] digest = new byte[32];
    private byte[] content = new byte[USUAL_SIZE];
    private int size;

    byte[] hash(String... parts) {
      size = 0;
      for (String part : parts) {
        add(part);
      }
      sha256.update(content, 0, size);
      if (content.length > USUAL_SIZE) {
        content = new byte[USUAL_SIZE];
      }
      return digest();
    }

    private void add(String part) {
      byte[] text = part.getBytes(StandardCharsets.UTF_8);
      int end = size + Integer.BYTES + text.length;
      if (end > content.length) {
        content = Arrays.copyOf(content, Math.max(end, 2 * content.length));
      }
      content[size++] = (byte) (text.length >>> 24);
      content[size++] = (byte) (text.length >>> 16);
      content[size++] = (byte) (text.length >>> 8);
      content[size++] = (byte) text.length;
      System.arraycopy(text, 0, content, size, text.length);
      size = end;
    }

    private byte[] digest() {
      try {
        sha256.digest(digest, 0, digest.length);
      } catch (DigestException e) {
        throw new IllegalStateException("a SHA-256 has " + digest.length + " bytes", e);
      }
      return Arrays.copyOf(digest, BYTES);
    }
  }
}
