package io.orderlake.domain.quarantine;

import java.util.function.Consumer;

/** Reads the quarantine as it was at one version, for people and reports. */
public interface QuarantineView {
  /**
   * Shows every record that is quarantined and was not released, one after the other, in no
   * particular order.
   *
   * @param version the quarantine's table version, from a published lake version
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read at that version
   */
  void forEach(long version, Consumer<QuarantinedRecord> consumer);

  /**
   * Shows every record that was released, once, in no particular order.
   *
   * @param version as for {@link #forEach}
   * @throws io.orderlake.domain.lake.LakeFailure as for {@link #forEach}
   */
  void forEachReleased(long version, Consumer<ReleasedRecord> consumer);

  /**
   * Shows of every record that is quarantined, released or not, that it is and why, in no
   * particular order. Reads no record's bytes.
   *
   * @param version as for {@link #forEach}
   * @throws io.orderlake.domain.lake.LakeFailure as for {@link #forEach}
   */
  void forEachEntry(long version, Consumer<QuarantineEntry> consumer);
}
