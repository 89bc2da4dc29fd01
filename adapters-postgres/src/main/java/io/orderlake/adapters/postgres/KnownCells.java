package io.orderlake.adapters.postgres;

import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.vavr.collection.Map;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cells of partitions that have changed of late, so that only those are sent which change next.
 * They are known by what the partition's cells lay in, which never holds others: what is known
 * stays true, whoever publishes and whether a transaction comes to its end. For one thread.
 */
final class KnownCells {
  /** In all, and of those that are learnt at a time. */
  static final int MOST = 100_000;

  private record Place(long table, String partition) {}

  /**
   * What lies in a partition.
   *
   * @param turn how often it has changed since it is known
   */
  private record Content(String in, java.util.Map<GoldKey, Known> cells, int turn) {}

  private static final class Known {
    private Figures figures;

    /** The last one that it was among. */
    private int turn;

    Known(Figures figures, int turn) {
      this.figures = figures;
      this.turn = turn;
    }
  }

  /** The one that was changed last comes last. */
  private final LinkedHashMap<Place, Content> known = new LinkedHashMap<>();

  private int cells;

  /**
   * Partitions on their way from one content to the next.
   *
   * @param table its id
   * @param was by partition, what the cells that are served lie in
   * @param becomes by partition, what those lie in that will be
   */
  Changes changes(long table, Map<String, String> was, Map<String, String> becomes) {
    return new Changes(table, was, becomes);
  }

  private @Nullable Content forget(Place place) {
    Content content = known.remove(place);
    if (content != null) {
      cells -= content.cells().size();
    }
    return content;
  }

  private void keep(Place place, Content content) {
    known.put(place, content);
    cells += content.cells().size();
    while (cells > MOST) {
      forget(known.keySet().iterator().next());
    }
  }

  /** Told of every cell of the partitions, tells which are others than before. */
  final class Changes implements CellCopy.Choice {
    private final java.util.Map<String, Part> parts = new HashMap<>();
    private final List<GoldKey> ended = new ArrayList<>();
    private final long table;
    private int learnt;

    private Changes(long table, Map<String, String> was, Map<String, String> becomes) {
      this.table = table;
      becomes.forEach(
          (partition, in) -> {
            Content before = forget(new Place(table, partition));
            parts.put(
                partition,
                before != null && was.get(SqlText.held(partition)).contains(before.in())
                    ? new Part(in, before)
                    : new Part(in));
          });
    }

    /** Those that were not there, or had other figures, as far as is known. */
    @Override
    public boolean isWanted(GoldCell cell) {
      Part part = Objects.requireNonNull(parts.get(cell.key().partition()));
      if (part.isKnown) {
        return isChanged(part, cell);
      }
      if (learnt < MOST) {
        part.cells.put(cell.key(), new Known(cell.figures(), part.turn));
      }
      learnt++;
      return true;
    }

    private boolean isChanged(Part part, GoldCell cell) {
      Known before = part.cells.get(cell.key());
      if (before == null) {
        part.cells.put(cell.key(), new Known(cell.figures(), part.turn));
        return true;
      }
      before.turn = part.turn;
      if (before.figures.equals(cell.figures())) {
        return false;
      }
      before.figures = cell.figures();
      ended.add(cell.key());
      return true;
    }

    /** The partitions of which it is not known what their cells were. */
    List<String> unknown() {
      return parts.entrySet().stream()
          .filter(part -> !part.getValue().isKnown)
          .map(java.util.Map.Entry::getKey)
          .toList();
    }

    /**
     * Of the other partitions the cells that are no more, or have other figures now. To be asked
     * once, when all cells were told.
     */
    List<GoldKey> ended() {
      for (Part part : parts.values()) {
        part.cells
            .entrySet()
            .removeIf(cell -> cell.getValue().turn != part.turn && ended.add(cell.getKey()));
      }
      return ended;
    }

    /** After that: the next changes are told from these cells. */
    void remember() {
      parts.forEach(
          (partition, part) -> {
            if (part.isKnown || learnt <= MOST) {
              keep(new Place(table, partition), new Content(part.in, part.cells, part.turn));
            }
          });
    }
  }

  /** What a partition becomes. */
  private static final class Part {
    private final String in;
    private final boolean isKnown;
    private final java.util.Map<GoldKey, Known> cells;
    private final int turn;

    Part(String in) {
      this.in = in;
      this.isKnown = false;
      this.cells = new HashMap<>();
      this.turn = 0;
    }

    Part(String in, Content before) {
      this.in = in;
      this.isKnown = true;
      this.cells = before.cells();
      this.turn = before.turn() + 1;
    }
  }
}
