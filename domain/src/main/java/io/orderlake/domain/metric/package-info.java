/**
 * Measurements of a lake as plain values: {@link io.orderlake.domain.metric.MetricFamily} says what
 * is measured, {@link io.orderlake.domain.metric.Metric} what came out. Made by the use case that
 * shows metrics, read by whoever prints them; promises nothing of any monitoring system's format.
 */
@NullMarked
package io.orderlake.domain.metric;

import org.jspecify.annotations.NullMarked;
