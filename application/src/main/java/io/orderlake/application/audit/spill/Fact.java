package io.orderlake.application.audit.spill;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.order.ContentHash;
import java.util.Arrays;

/**
 * One thing that is known of an event, or of a record or line: how it comes out of the replay, or
 * how a table holds it. A view on bytes of one size, so that any number of facts can leave memory.
 */
public final class Fact {
  /** Where a fact comes from. */
  public enum Kind {
    /** The replay: passed every rule. */
    ACCEPTED(0),
    /** The replay: broke a rule. */
    REJECTED(1),
    /** Silver: a row. */
    ROW(2),
    /** The quarantine: a record. */
    QUARANTINED(3),
    /** Silver: this record became a row, under an older rule set. */
    ADMITTED_EARLIER(4),
    /** The replay: cancels the event. */
    CANCELLATION(5),
    /** Silver: a row that takes back what the event's row adds. */
    WITHDRAWAL(6);

    private final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  /** Decided under another rule set than the audit's. */
  public static final int OLDER = 1;

  /** To be compared if it is a Silver row. */
  public static final int COMPARED_AS_ROW = 2;

  /** To be compared if it is a quarantined record. */
  public static final int COMPARED_AS_QUARANTINED = 4;

  private static final int KEY = 0;
  private static final int KIND = KEY + ContentHash.BYTES;
  private static final int FLAGS = KIND + 1;
  private static final int ORDER = FLAGS + 1;
  private static final int CONTENT = ORDER + Bits.ORDER_BYTES;
  private static final int FINGERPRINT = CONTENT + ContentHash.BYTES;
  private static final int CELLS = FINGERPRINT + ContentHash.BYTES;
  private static final Kind[] KINDS = new Kind[Kind.values().length];

  static {
    for (Kind kind : Kind.values()) {
      KINDS[kind.code] = kind;
    }
  }

  private final byte[] data;
  private final int at;

  /**
   * A view on a fact.
   *
   * @param data holds facts one behind the other
   * @param at where this one begins
   */
  Fact(byte[] data, int at) {
    this.data = data;
    this.at = at;
  }

  /** The size of a fact. */
  static int bytes(FactLayout layout) {
    return CELLS + layout.bytes();
  }

  /**
   * A new fact without place, content, fingerprint and contribution.
   *
   * @param key the fingerprint of the event or the record that it is about
   * @param flags the sum of those of {@link #OLDER}, {@link #COMPARED_AS_ROW} and {@link
   *     #COMPARED_AS_QUARANTINED} that hold
   */
  public static Fact of(FactLayout layout, Kind kind, ContentHash key, int flags) {
    Fact fact = new Fact(new byte[bytes(layout)], 0);
    key.copyTo(fact.data, KEY);
    fact.data[KIND] = (byte) kind.code;
    fact.data[FLAGS] = (byte) flags;
    return fact;
  }

  /** Sets its place in Bronze's order. */
  public Fact at(BronzeOrder order, Topics topics) {
    Bits.writeOrder(data, at + ORDER, order, topics);
    return this;
  }

  /**
   * Sets what it says.
   *
   * @param content what decides on duplicates
   * @param fingerprint all that is compared
   */
  public Fact saying(ContentHash content, ContentHash fingerprint) {
    content.copyTo(data, at + CONTENT);
    fingerprint.copyTo(data, at + FINGERPRINT);
    return this;
  }

  /** Sets what an event adds to Gold, if it is one that counts. */
  public void adds(Figures figures, FactLayout layout) {
    Bits.writeFigures(data, at + CELLS + layout.cellBytes(), figures);
  }

  /** Sets the order that the event is of, where the layout has one. */
  public void isOfOrder(ContentHash order, FactLayout layout) {
    order.copyTo(data, at + CELLS + layout.orderAt());
  }

  /** The order that the event is of. */
  public ContentHash order(FactLayout layout) {
    return ContentHash.at(data, at + CELLS + layout.orderAt());
  }

  /** Sets the cell of a Gold table that the event falls into; without it, none is compared. */
  public void fallsInto(int table, ContentHash cell) {
    cell.copyTo(data, cellAt(table));
  }

  byte[] data() {
    return data;
  }

  boolean hasKeyOf(Fact other) {
    return Arrays.equals(
        data, at, at + ContentHash.BYTES, other.data, other.at, other.at + ContentHash.BYTES);
  }

  /** The bin that everything about the subject belongs to. */
  int bin(int bins) {
    return (int) ((Bits.readLong(data, at + KEY + Long.BYTES) >>> 1) % bins);
  }

  /** Where it comes from. */
  public Kind kind() {
    return KINDS[data[at + KIND]];
  }

  /** Whether the flag was set. */
  public boolean has(int flag) {
    return (data[at + FLAGS] & flag) != 0;
  }

  /** Its place in Bronze's order. */
  public BronzeOrder order(Topics topics) {
    return Bits.readOrder(data, at + ORDER, topics);
  }

  /** The ingest sequence of its record. */
  public long sequence() {
    return Bits.readSequence(data, at + ORDER);
  }

  /** Whether both are about one record, or one line, by its address in Kafka. */
  public boolean isAtPositionOf(Fact other) {
    return Arrays.equals(
        data,
        at + ORDER,
        at + ORDER + Bits.positionBytes(),
        other.data,
        other.at + ORDER,
        other.at + ORDER + Bits.positionBytes());
  }

  /** What decides on duplicates. */
  public ContentHash content() {
    return ContentHash.at(data, at + CONTENT);
  }

  /** All that is compared. */
  public ContentHash fingerprint() {
    return ContentHash.at(data, at + FINGERPRINT);
  }

  /** Whether it falls into a cell of that table that is compared. */
  public boolean isCounted(int table) {
    return (Bits.readLong(data, cellAt(table)) | Bits.readLong(data, cellAt(table) + 8)) != 0;
  }

  /** The fingerprint of the cell of that table that it falls into, if it is counted. */
  public ContentHash cell(int table) {
    return ContentHash.at(data, cellAt(table));
  }

  /** What the event adds to Gold. */
  public Figures figures(FactLayout layout) {
    return Bits.readFigures(data, at + CELLS + layout.cellBytes(), layout.measures());
  }

  private int cellAt(int table) {
    return at + CELLS + table * ContentHash.BYTES;
  }
}
