package io.orderlake.domain.order;

import java.io.Serializable;

/**
 * Brings an event from one version to the next when it is read; stored events never change. A pure
 * function that never refuses: what it cannot carry over becomes a {@link FieldValue.Misfit} for
 * the rules to name.
 */
public interface Upcaster extends Serializable {
  /** The version it takes; it gives the version after. */
  int from();

  /**
   * The event under the next version.
   *
   * @param settings what older versions left to configuration
   */
  RecordedOrder upcast(RecordedOrder recorded, RuleSettings settings);
}
