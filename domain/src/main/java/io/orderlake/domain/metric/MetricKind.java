package io.orderlake.domain.metric;

/** How the values of a family relate to those of before. */
public enum MetricKind {
  /** Never falls, as long as the lake is the same. */
  COUNTER,
  /** May rise and fall. */
  GAUGE,
  /** How many observations were up to each of some bounds; never falls either. */
  HISTOGRAM
}
