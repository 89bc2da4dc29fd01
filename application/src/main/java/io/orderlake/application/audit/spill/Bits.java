package io.orderlake.application.audit.spill;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measures;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Values as bytes of a fixed size, big-endian. */
final class Bits {
  static final int ORDER_BYTES = 24;

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

  /** A place in Bronze's order: {@value #ORDER_BYTES} bytes, the position first. */
  static void writeOrder(byte[] to, int at, BronzeOrder order, Topics topics) {
    SHORT.set(to, at, (short) topics.number(order.source().topic()));
    INT.set(to, at + 2, order.source().partition());
    LONG.set(to, at + 6, order.source().offset());
    SHORT.set(to, at + 14, (short) order.line());
    LONG.set(to, at + 16, order.ingestSequence());
  }

  static BronzeOrder readOrder(byte[] from, int at, Topics topics) {
    return new BronzeOrder(
        readSequence(from, at),
        new SourcePosition(
            topics.name((short) SHORT.get(from, at)),
            (int) INT.get(from, at + 2),
            readLong(from, at + 6)),
        (short) SHORT.get(from, at + 14));
  }

  /** The ingest sequence of a place in Bronze's order. */
  static long readSequence(byte[] from, int at) {
    return readLong(from, at + 16);
  }

  /** The bytes of a place in Bronze's order that are the position: the address and the line. */
  static int positionBytes() {
    return ORDER_BYTES - Long.BYTES;
  }

  /** Figures: {@value Long#BYTES} bytes for each of their words. */
  static void writeFigures(byte[] to, int at, Figures figures) {
    long[] words = figures.words();
    for (int i = 0; i < words.length; i++) {
      writeLong(to, at + i * Long.BYTES, words[i]);
    }
  }

  static Figures readFigures(byte[] from, int at, Measures measures) {
    long[] words = new long[measures.words()];
    for (int i = 0; i < words.length; i++) {
      words[i] = readLong(from, at + i * Long.BYTES);
    }
    return measures.ofWords(words);
  }
}
