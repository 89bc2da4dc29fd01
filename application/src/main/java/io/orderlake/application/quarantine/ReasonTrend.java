package io.orderlake.application.quarantine;

import io.vavr.collection.Seq;
import java.time.Instant;

/**
 * How often records were quarantined for a reason, over time.
 *
 * @param code the rule's
 * @param held how many records that are quarantined and were not released have it
 * @param first Kafka's timestamp of the earliest record that was quarantined for it, released or
 *     not
 * @param isNew whether there was none before the last day
 * @param counts those that are held, by step of time
 * @param earlier those that are held from before the first step
 */
public record ReasonTrend(
    String code, long held, Instant first, boolean isNew, Seq<Long> counts, long earlier) {}
