package io.orderlake.application.metrics;

import io.orderlake.domain.metric.Metric;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/**
 * All metrics at one time.
 *
 * @param metrics in the order of {@link ShowMetrics#families()}; families of which nothing could be
 *     read are missing
 * @param failed by collector, why it could not read
 */
public record Scrape(Seq<Metric> metrics, Map<String, Throwable> failed) {}
