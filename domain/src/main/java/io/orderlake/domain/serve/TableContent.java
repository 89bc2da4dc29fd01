package io.orderlake.domain.serve;

import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.collection.SortedMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A Gold table at one version, to be handed over.
 *
 * @param projection the table, as it is declared
 * @param partitions by partition, what its cells lie in; where that is the same as it was, so are
 *     the cells. Every partition that has a cell is among them
 * @param cells gives the cells
 */
public record TableContent(
    GoldProjection projection, SortedMap<String, String> partitions, Cells cells) {

  /** Where cells come from. */
  @FunctionalInterface
  public interface Cells {
    /**
     * Shows every cell of these partitions, once, in no particular order.
     *
     * @throws io.orderlake.domain.lake.LakeFailure when they cannot be read; some may have been
     *     shown by then
     */
    void forEach(Set<String> partitions, Consumer<GoldCell> consumer);
  }
}
