package io.orderlake.domain.quarantine;

import java.util.function.Consumer;

/** Reads the quarantine as it was at one version, for people and reports. */
public interface QuarantineView {
  /**
   * Shows every quarantined record, one after the other, in no particular order.
   *
   * @param version the quarantine's table version, from a published lake version
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read at that version
   */
  void forEach(long version, Consumer<QuarantinedRecord> consumer);
}
