package io.orderlake.application.audit.spill;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.order.ContentHash;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sums by Gold cell, partial ones of the replay and those that Gold holds, brought together. */
public final class SpilledCells implements AutoCloseable {
  private static final int BINS = 64;

  private static final int TABLE = ContentHash.BYTES;
  private static final int KIND = TABLE + 1;
  private static final int FIRST = KIND + 1;
  private static final int SUM = FIRST + Bits.ORDER_BYTES;

  /** What an entry is: a part of what was replayed, a row of Gold, or an order. */
  private static final byte REPLAYED = 0;

  private static final byte STORED = 1;
  private static final byte ORDER = 2;

  private final Vector<Measures> measures;
  private final int bytes;
  private final Scratch.Spill pile;
  private final Topics topics;

  /**
   * An empty pile.
   *
   * @param measures what each table adds up, by its number
   */
  public SpilledCells(Scratch scratch, Vector<Measures> measures, Topics topics) {
    this.measures = measures;
    this.bytes = SUM + Long.BYTES * measures.map(Measures::words).max().getOrElse(0);
    this.pile = scratch.open(bytes, BINS);
    this.topics = topics;
  }

  /** How many bins there are; they are numbered from 0. */
  public static int bins() {
    return BINS;
  }

  /** What is known of one cell. */
  public static final class Cell {
    private Figures replayed;
    private final List<Figures> stored = new ArrayList<>(1);
    private final Set<ContentHash> orders = new HashSet<>();
    private @Nullable BronzeOrder first;

    private Cell(Measures measures) {
      replayed = measures.zero();
    }

    private void add(Figures part, BronzeOrder order) {
      replayed = replayed.plus(part);
      BronzeOrder known = first;
      first = known == null || order.compareTo(known) < 0 ? order : known;
    }

    /** The sum of the events that fall into it. */
    public Figures replayed() {
      return orders.isEmpty() ? replayed : replayed.ofOrders(orders.size());
    }

    /** The rows that Gold has for it. */
    public List<Figures> stored() {
      return stored;
    }

    /** The first event that falls into it, if there is one. */
    public @Nullable BronzeOrder first() {
      return first;
    }
  }

  /** A part of what falls into a cell. */
  void addReplayed(CellId id, Figures part, BronzeOrder first) {
    byte[] entry = entry(id, part);
    Bits.writeOrder(entry, FIRST, first, topics);
    add(id, entry);
  }

  /** Keeps a row of Gold. Several threads may do so at once. */
  public void addStored(CellId id, Figures sum) {
    byte[] entry = entry(id, sum);
    entry[KIND] = STORED;
    add(id, entry);
  }

  /** An order that has an event in the cell, however often. Several threads may do so at once. */
  public void addOrder(CellId id, ContentHash order) {
    byte[] entry = entry(id, measures.get(id.table()).zero());
    entry[KIND] = ORDER;
    order.copyTo(entry, SUM);
    add(id, entry);
  }

  private byte[] entry(CellId id, Figures sum) {
    byte[] entry = new byte[bytes];
    id.cell().copyTo(entry, 0);
    entry[TABLE] = (byte) id.table();
    Bits.writeFigures(entry, SUM, sum);
    return entry;
  }

  private void add(CellId id, byte[] entry) {
    pile.add((int) Math.floorMod(id.cell().prefix(), (long) BINS), entry);
  }

  /** Shows the cells of a bin. */
  public void forEachCell(int bin, BiConsumer<CellId, Cell> consumer) {
    byte[] data = pile.read(bin);
    Map<CellId, Cell> cells = new HashMap<>();
    for (int at = 0; at < data.length; at += bytes) {
      CellId id = new CellId(data[at + TABLE], ContentHash.at(data, at));
      Measures added = measures.get(id.table());
      Cell cell = cells.computeIfAbsent(id, absent -> new Cell(added));
      switch (data[at + KIND]) {
        case STORED -> cell.stored.add(Bits.readFigures(data, at + SUM, added));
        case ORDER -> cell.orders.add(ContentHash.at(data, at + SUM));
        case REPLAYED ->
            cell.add(
                Bits.readFigures(data, at + SUM, added), Bits.readOrder(data, at + FIRST, topics));
        default -> throw new IllegalStateException("no entry of a cell: " + data[at + KIND]);
      }
    }
    cells.forEach(consumer);
  }

  @Override
  public void close() {
    pile.close();
  }
}
