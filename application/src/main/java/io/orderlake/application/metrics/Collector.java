package io.orderlake.application.metrics;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.vavr.collection.Seq;

/** Some families that are read from the same place, and fail together. */
interface Collector {
  /** The value of the label {@code collector}. */
  String name();

  /** Those that it fills, in part or in whole. */
  Seq<MetricFamily> families();

  /**
   * What they come to.
   *
   * @throws RuntimeException when something cannot be read; then nothing of it is told
   */
  Seq<Metric> collect(Look look);

  /** Whether it goes by what all collectors see together; else nothing need be looked at for it. */
  default boolean looks() {
    return true;
  }

  /** Reads anew what is dear to read and due, so that no scrape has to. */
  default void renew(Look look) {}
}
