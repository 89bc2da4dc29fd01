/**
 * Metrics as a monitoring system reads them: {@link io.orderlake.adapters.metrics.PrometheusText}
 * prints them in Prometheus' text format, {@link io.orderlake.adapters.metrics.MetricsServer}
 * serves that on this machine; {@link io.orderlake.adapters.metrics.Webhook} tells troubles by
 * itself. Called by the roles that show metrics; promises that nobody on another machine, and no
 * page in a browser that was led here, gets an answer.
 */
@NullMarked
package io.orderlake.adapters.metrics;

import org.jspecify.annotations.NullMarked;
