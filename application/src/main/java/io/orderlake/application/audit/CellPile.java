package io.orderlake.application.audit;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.lake.Scratch;
import io.orderlake.domain.silver.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sums by Gold cell, partial ones of the replay and those that Gold holds, brought together. */
final class CellPile implements AutoCloseable {
  private static final int BINS = 64;

  private static final int TABLE = ContentHash.BYTES;
  private static final int STORED = TABLE + 1;
  private static final int FIRST = STORED + 1;
  private static final int SUM = FIRST + Bits.ORDER_BYTES;
  private static final int BYTES = SUM + Bits.AMOUNT_BYTES + 2 * Long.BYTES;

  private final Scratch.Pile pile;
  private final Topics topics;

  CellPile(Scratch scratch, Topics topics) {
    this.pile = scratch.open(BYTES, BINS);
    this.topics = topics;
  }

  static int bins() {
    return BINS;
  }

  /** What is known of one cell. */
  static final class Cell {
    private Revenue replayed = Revenue.ZERO;
    private final List<Revenue> stored = new ArrayList<>(1);
    private @Nullable BronzeOrder first;

    private void add(Revenue part, BronzeOrder order) {
      replayed = replayed.plus(part);
      BronzeOrder known = first;
      first = known == null || order.compareTo(known) < 0 ? order : known;
    }

    /** The sum of the events that fall into it. */
    Revenue replayed() {
      return replayed;
    }

    /** The rows that Gold has for it. */
    List<Revenue> stored() {
      return stored;
    }

    /** The first event that falls into it, if there is one. */
    @Nullable BronzeOrder first() {
      return first;
    }
  }

  /** A part of what falls into a cell. */
  void addReplayed(CellId id, Revenue part, BronzeOrder first) {
    byte[] entry = entry(id, part);
    Bits.writeOrder(entry, FIRST, first, topics);
    add(id, entry);
  }

  /** A row of Gold. */
  void addStored(CellId id, Revenue sum) {
    byte[] entry = entry(id, sum);
    entry[STORED] = 1;
    add(id, entry);
  }

  private static byte[] entry(CellId id, Revenue sum) {
    byte[] entry = new byte[BYTES];
    id.cell().copyTo(entry, 0);
    entry[TABLE] = (byte) id.table();
    Bits.writeRevenue(entry, SUM, sum);
    return entry;
  }

  private void add(CellId id, byte[] entry) {
    pile.add((int) Math.floorMod(id.cell().prefix(), (long) BINS), entry);
  }

  /** Shows the cells of a bin. */
  void forEachCell(int bin, BiConsumer<CellId, Cell> consumer) {
    byte[] data = pile.read(bin);
    Map<CellId, Cell> cells = new HashMap<>();
    for (int at = 0; at < data.length; at += BYTES) {
      CellId id = new CellId(data[at + TABLE], ContentHash.at(data, at));
      Cell cell = cells.computeIfAbsent(id, absent -> new Cell());
      Revenue sum = Bits.readRevenue(data, at + SUM);
      if (data[at + STORED] == 1) {
        cell.stored.add(sum);
      } else {
        cell.add(sum, Bits.readOrder(data, at + FIRST, topics));
      }
    }
    cells.forEach(consumer);
  }

  @Override
  public void close() {
    pile.close();
  }
}
