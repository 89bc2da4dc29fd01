package io.orderlake.adapters.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Values as PostgreSQL's binary COPY takes them: exact, and with no text that has to be escaped.
 * The format is that of its documentation of COPY, the types' that of their receiving functions.
 */
final class BinaryRow {
  static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

  private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final BigInteger BASE = BigInteger.valueOf(10_000);
  private static final int DIGITS_PER_GROUP = 4;

  private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

  /** Begins a row. */
  BinaryRow row(int columns) {
    room(Short.BYTES).putShort((short) columns);
    return this;
  }

  BinaryRow raw(byte[] value) {
    room(value.length).put(value);
    return this;
  }

  BinaryRow bytes(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    return this;
  }

  BinaryRow text(String value) {
    return bytes(SqlText.held(value).getBytes(UTF_8));
  }

  BinaryRow whole(long value) {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    return this;
  }

  BinaryRow instant(Instant value) {
    // By hand: ChronoUnit counts nanoseconds first, and overflows after 292 years.
    long seconds = value.getEpochSecond() - EPOCH.getEpochSecond();
    return whole(Math.addExact(Math.multiplyExact(seconds, 1_000_000), value.getNano() / 1_000));
  }

  BinaryRow date(LocalDate value) {
    int days = Math.toIntExact(ChronoUnit.DAYS.between(EPOCH_DAY, value));
    room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(days);
    return this;
  }

  /** A number of four decimals, which are one group of digits. */
  BinaryRow decimal(BigDecimal value) {
    if (value.scale() != DIGITS_PER_GROUP) {
      throw new IllegalArgumentException("not of four decimals: " + value);
    }
    Deque<Short> groups = new ArrayDeque<>();
    for (BigInteger left = value.unscaledValue().abs(); left.signum() > 0; ) {
      BigInteger[] parts = left.divideAndRemainder(BASE);
      groups.push(parts[1].shortValueExact());
      left = parts[0];
    }
    int size = (4 + groups.size()) * Short.BYTES;
    room(Integer.BYTES + size)
        .putInt(size)
        .putShort((short) groups.size())
        .putShort((short) (groups.size() - 2))
        .putShort((short) (value.signum() < 0 ? 0x4000 : 0))
        .putShort((short) DIGITS_PER_GROUP);
    groups.forEach(bytes::putShort);
    return this;
  }

  private ByteBuffer room(int wanted) {
    if (bytes.remaining() < wanted) {
      ByteBuffer more =
          ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + wanted));
      bytes = more.put(bytes.flip());
    }
    return bytes;
  }

  int size() {
    return bytes.position();
  }

  /** What was written; the row is empty then. The array is good until the next value. */
  byte[] array() {
    return bytes.array();
  }

  void clear() {
    bytes.clear();
  }
}
