package io.orderlake.domain.gold;

import java.util.function.Consumer;

/** Reads a Gold table as it was at one version, for people and reports. */
public interface GoldView {
  /**
   * Shows every cell, one after the other, in no particular order.
   *
   * @param projection which table
   * @param version the table's version, from a published lake version
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read at that version
   */
  void forEach(GoldProjection projection, long version, Consumer<GoldCell> consumer);
}
