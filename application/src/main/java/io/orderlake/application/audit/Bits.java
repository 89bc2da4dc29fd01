package io.orderlake.application.audit;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.money.Amount;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** Values as bytes of a fixed size, big-endian. */
final class Bits {
  static final int ORDER_BYTES = 22;
  static final int AMOUNT_BYTES = 16;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private Bits() {}

  static long readLong(byte[] from, int at) {
    return (long) LONG.get(from, at);
  }

  static void writeLong(byte[] to, int at, long value) {
    LONG.set(to, at, value);
  }

  /** A place in Bronze's order: {@value #ORDER_BYTES} bytes, the source's address first. */
  static void writeOrder(byte[] to, int at, BronzeOrder order, Topics topics) {
    SHORT.set(to, at, (short) topics.number(order.source().topic()));
    INT.set(to, at + 2, order.source().partition());
    LONG.set(to, at + 6, order.source().offset());
    LONG.set(to, at + 14, order.ingestSequence());
  }

  static BronzeOrder readOrder(byte[] from, int at, Topics topics) {
    return new BronzeOrder(
        readSequence(from, at),
        new SourcePosition(
            topics.name((short) SHORT.get(from, at)),
            (int) INT.get(from, at + 2),
            readLong(from, at + 6)));
  }

  /** The ingest sequence of a place in Bronze's order. */
  static long readSequence(byte[] from, int at) {
    return readLong(from, at + 14);
  }

  /** The bytes of a place in Bronze's order that are the source's address. */
  static int sourceBytes() {
    return ORDER_BYTES - Long.BYTES;
  }

  /** An amount: {@value #AMOUNT_BYTES} bytes, which hold more digits than any table does. */
  static void writeAmount(byte[] to, int at, Amount amount) {
    BigInteger unscaled = amount.value().unscaledValue();
    LONG.set(to, at, unscaled.shiftRight(Long.SIZE).longValueExact());
    LONG.set(to, at + 8, unscaled.longValue());
  }

  static Amount readAmount(byte[] from, int at) {
    long high = readLong(from, at);
    long low = readLong(from, at + 8);
    return Amount.of(
        high == low >> (Long.SIZE - 1)
            ? BigDecimal.valueOf(low, Amount.SCALE)
            : new BigDecimal(new BigInteger(from, at, AMOUNT_BYTES), Amount.SCALE));
  }

  /** A sum: amount, units, events. */
  static void writeRevenue(byte[] to, int at, Revenue revenue) {
    writeAmount(to, at, revenue.amount());
    LONG.set(to, at + AMOUNT_BYTES, revenue.units());
    LONG.set(to, at + AMOUNT_BYTES + 8, revenue.events());
  }

  static Revenue readRevenue(byte[] from, int at) {
    return new Revenue(
        readAmount(from, at),
        readLong(from, at + AMOUNT_BYTES),
        readLong(from, at + AMOUNT_BYTES + 8));
  }
}
