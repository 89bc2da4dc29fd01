/**
 * Metrics: what a monitoring system asks every few seconds, folded out of what is durable. {@link
 * io.orderlake.application.metrics.ShowMetrics} is called by whoever serves them; it promises that
 * counters are the same whoever asks and never fall, that no lag is negative, and that what cannot
 * be read is said to be so while the rest is told.
 */
@NullMarked
package io.orderlake.application.metrics;

import org.jspecify.annotations.NullMarked;
