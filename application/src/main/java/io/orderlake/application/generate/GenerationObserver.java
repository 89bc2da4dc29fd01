package io.orderlake.application.generate;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.domain.bronze.SourcePosition;
import java.time.Duration;

/** Watches a generation and may end it. */
public interface GenerationObserver {
  /** Watches nothing and never ends it. */
  GenerationObserver NONE = new GenerationObserver() {};

  /** Told of every stored event, on a thread of the log's: quick and thread-safe, please. */
  default void acknowledged(GeneratedOrder order, SourcePosition position) {}

  /**
   * Told about twice a second, on the generating thread.
   *
   * @param counts so far
   * @param elapsed since the start
   */
  default void progress(DeliveryCounts counts, Duration elapsed) {}

  /** Asked before every event; true ends the generation in an orderly way. */
  default boolean stopRequested() {
    return false;
  }
}
