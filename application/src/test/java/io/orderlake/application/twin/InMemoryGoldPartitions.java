package io.orderlake.application.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.digest.Sha256;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldPartitions;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Partitions of the tables of a view in memory; they lie in what they hold. */
public final class InMemoryGoldPartitions implements GoldPartitions {
  private final InMemoryGoldView view;

  public InMemoryGoldPartitions(InMemoryGoldView view) {
    this.view = view;
  }

  @Override
  public SortedMap<String, String> contents(GoldProjection projection, long version) {
    return TreeMap.ofEntries(
        cells(projection, version)
            .groupBy(cell -> cell.key().partition())
            .mapValues(InMemoryGoldPartitions::told));
  }

  private static String told(Vector<GoldCell> cells) {
    String all = cells.map(GoldCell::toString).sorted().mkString();
    return HexFormat.of().formatHex(Sha256.of(all.getBytes(UTF_8)));
  }

  @Override
  public void forEach(
      GoldProjection projection,
      long version,
      Set<String> partitions,
      Consumer<GoldCell> consumer) {
    cells(projection, version)
        .filter(cell -> partitions.contains(cell.key().partition()))
        .forEach(consumer);
  }

  private Vector<GoldCell> cells(GoldProjection projection, long version) {
    List<GoldCell> cells = new ArrayList<>();
    view.forEach(projection, version, cells::add);
    return Vector.ofAll(cells);
  }
}
