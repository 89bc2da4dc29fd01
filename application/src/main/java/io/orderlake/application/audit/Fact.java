package io.orderlake.application.audit;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.silver.ContentHash;
import java.util.Arrays;

/**
 * One thing that is known of an event or of a record: how it comes out of the replay, or how a
 * table holds it. A view on bytes of one size, so that any number of facts can leave memory.
 *
 * @param data holds facts one behind the other
 * @param at where this one begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copied nowhere on the hot path
record Fact(byte[] data, int at) {
  /** Where a fact comes from. */
  enum Kind {
    /** The replay: passed every rule. */
    ACCEPTED(0),
    /** The replay: broke a rule. */
    REJECTED(1),
    /** Silver: a row. */
    ROW(2),
    /** The quarantine: a record. */
    QUARANTINED(3),
    /** Silver: this record became a row, under an older rule set. */
    ADMITTED_EARLIER(4);

    private final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  /** Decided under another rule set than the audit's. */
  static final int OLDER = 1;

  /** To be compared if it is a Silver row. */
  static final int COMPARED_AS_ROW = 2;

  /** To be compared if it is a quarantined record. */
  static final int COMPARED_AS_QUARANTINED = 4;

  private static final int KEY = 0;
  private static final int KIND = KEY + ContentHash.BYTES;
  private static final int FLAGS = KIND + 1;
  private static final int ORDER = FLAGS + 1;
  private static final int CONTENT = ORDER + Bits.ORDER_BYTES;
  private static final int FINGERPRINT = CONTENT + ContentHash.BYTES;
  private static final int TOTAL = FINGERPRINT + ContentHash.BYTES;
  private static final int UNITS = TOTAL + Bits.AMOUNT_BYTES;
  private static final int CELLS = UNITS + Long.BYTES;
  private static final Kind[] KINDS = new Kind[Kind.values().length];

  static {
    for (Kind kind : Kind.values()) {
      KINDS[kind.code] = kind;
    }
  }

  /** The size of a fact on a lake with so many Gold tables. */
  static int bytes(int goldTables) {
    return CELLS + goldTables * ContentHash.BYTES;
  }

  /** A new fact without content, fingerprint and contribution. */
  static Fact of(int bytes, Kind kind, ContentHash key, int flags) {
    Fact fact = new Fact(new byte[bytes], 0);
    key.copyTo(fact.data, KEY);
    fact.data[KIND] = (byte) kind.code;
    fact.data[FLAGS] = (byte) flags;
    return fact;
  }

  Fact at(BronzeOrder order, Topics topics) {
    Bits.writeOrder(data, at + ORDER, order, topics);
    return this;
  }

  Fact saying(ContentHash content, ContentHash fingerprint) {
    content.copyTo(data, at + CONTENT);
    fingerprint.copyTo(data, at + FINGERPRINT);
    return this;
  }

  /** What an event adds to Gold, if it is one that counts. */
  Fact worth(Amount total, long units) {
    Bits.writeAmount(data, at + TOTAL, total);
    Bits.writeLong(data, at + UNITS, units);
    return this;
  }

  /** The cell of a Gold table that the event falls into; without it, none that is compared. */
  void fallsInto(int table, ContentHash cell) {
    cell.copyTo(data, cellAt(table));
  }

  boolean hasKeyOf(Fact other) {
    return Arrays.equals(
        data, at, at + ContentHash.BYTES, other.data, other.at, other.at + ContentHash.BYTES);
  }

  /** The bin that everything about the subject belongs to. */
  int bin(int bins) {
    return (int) ((Bits.readLong(data, at + KEY + Long.BYTES) >>> 1) % bins);
  }

  Kind kind() {
    return KINDS[data[at + KIND]];
  }

  boolean has(int flag) {
    return (data[at + FLAGS] & flag) != 0;
  }

  BronzeOrder order(Topics topics) {
    return Bits.readOrder(data, at + ORDER, topics);
  }

  long sequence() {
    return Bits.readSequence(data, at + ORDER);
  }

  boolean isOfSourceOf(Fact other) {
    return Arrays.equals(
        data,
        at + ORDER,
        at + ORDER + Bits.sourceBytes(),
        other.data,
        other.at + ORDER,
        other.at + ORDER + Bits.sourceBytes());
  }

  ContentHash key() {
    return ContentHash.at(data, at + KEY);
  }

  ContentHash content() {
    return ContentHash.at(data, at + CONTENT);
  }

  ContentHash fingerprint() {
    return ContentHash.at(data, at + FINGERPRINT);
  }

  boolean isCounted(int table) {
    return (Bits.readLong(data, cellAt(table)) | Bits.readLong(data, cellAt(table) + 8)) != 0;
  }

  ContentHash cell(int table) {
    return ContentHash.at(data, cellAt(table));
  }

  Revenue revenue() {
    return new Revenue(Bits.readAmount(data, at + TOTAL), Bits.readLong(data, at + UNITS), 1);
  }

  private int cellAt(int table) {
    return at + CELLS + table * ContentHash.BYTES;
  }
}
