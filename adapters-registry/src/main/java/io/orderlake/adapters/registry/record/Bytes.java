package io.orderlake.adapters.registry.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;

/**
 * A cursor over the bytes of one record. Whatever they claim, it reads nothing beyond its end, goes
 * no deeper than {@value #DEEPEST} and makes no more than {@value #MOST_VALUES} values.
 */
public final class Bytes {
  /** As deep as an event of the contract may be nested. */
  public static final int DEEPEST = 64;

  /** An order has fewer by far; a few bytes can claim any number. */
  public static final int MOST_VALUES = 250_000;

  /** Written out, a number may have as many digits as one of the contract's events. */
  private static final int MOST_DIGITS = 1_000;

  private static final int MOST_VARINT = 10;
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private int at;
  private int end;
  private int depth;
  private int values;

  /**
   * The bytes from there to the end.
   *
   * @param bytes not changed
   */
  public Bytes(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
    this.end = bytes.length;
  }

  /** Where the next byte is, from the beginning of the record's value. */
  public int at() {
    return at;
  }

  /** How many bytes there are still, in the part that is being read. */
  public int left() {
    return end - at;
  }

  /** The failure at the present place. */
  public Unreadable fault(String what) {
    return new Unreadable(what + " (byte " + at + " of " + bytes.length + ")");
  }

  /** Goes into what is nested. */
  public void enter() {
    if (++depth > DEEPEST) {
      throw fault("it is nested more than " + DEEPEST + " deep");
    }
  }

  /** Comes back from it. */
  public void leave() {
    depth--;
  }

  /** Counts values that are made of what is read. */
  public void making(int more) {
    values += more;
    if (values > MOST_VALUES) {
      throw fault("it holds more than " + MOST_VALUES + " values");
    }
  }

  /**
   * Makes the next bytes all that there is, until {@link #widen}.
   *
   * @return what to widen to
   */
  public int narrow(long length) {
    int outer = end;
    end = at + checked(length);
    return outer;
  }

  /** Goes on behind the part that was read. */
  public void widen(int outer) {
    at = end;
    end = outer;
  }

  private int checked(long length) {
    if (length < 0 || length > left()) {
      throw fault("something of " + length + " bytes begins where " + left() + " are left");
    }
    return (int) length;
  }

  /** The next byte, from 0. */
  public int next() {
    if (at >= end) {
      throw fault("it ends where more is expected");
    }
    return bytes[at++] & 0xFF;
  }

  /** A number of groups of seven bits, the lowest first. */
  public long varint() {
    long number = 0;
    for (int i = 0; i < MOST_VARINT; i++) {
      int group = next();
      number |= (long) (group & 0x7F) << (7 * i);
      if (group < 0x80) {
        return number;
      }
    }
    throw fault("a number has more than " + MOST_VARINT + " bytes");
  }

  /** The same of a signed number, whose sign is its lowest bit. */
  public long zigzag() {
    long number = varint();
    return (number >>> 1) ^ -(number & 1);
  }

  /** Four bytes, the lowest first. */
  public int fixed32() {
    int from = take(Integer.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(from);
  }

  /** Eight bytes, the lowest first. */
  public long fixed64() {
    int from = take(Long.BYTES);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(from);
  }

  /** Some bytes. */
  public byte[] some(long length) {
    int from = take(length);
    return java.util.Arrays.copyOfRange(bytes, from, at);
  }

  /** Bytes of a number that is written out; refuses those that have too many digits. */
  public byte[] digits(long length) {
    if (length * 12 / 5 > MOST_DIGITS) {
      throw fault("a number has more than " + MOST_DIGITS + " digits");
    }
    return some(length);
  }

  /** A text in UTF-8. */
  public String text(long length) {
    int from = take(length);
    String text = new String(bytes, from, (int) length, UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly(from, (int) length);
  }

  private String strictly(int from, int length) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
    } catch (CharacterCodingException e) {
      at = from;
      throw fault("a text is not UTF-8");
    }
  }

  /** Goes past some bytes. */
  public void skip(long length) {
    take(length);
  }

  private int take(long length) {
    int from = at;
    at += checked(length);
    return from;
  }

  /** Refuses what is left. */
  public void end() {
    if (left() > 0) {
      throw fault(left() + " bytes are left where the record has ended");
    }
  }
}
