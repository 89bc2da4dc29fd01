package io.orderlake.application.quarantine;

import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Seq;
import java.time.Instant;

/**
 * What lies in the quarantine, by reason and over time.
 *
 * @param lake the lake version it was read at
 * @param records how many are quarantined and were not released
 * @param starts when each step of time begins; the last one ends after the version was published,
 *     and counts what is later too
 * @param reasons those that records are held for, the most frequent first; a record with two counts
 *     under both
 */
public record QuarantineTrend(
    LakeVersion lake, long records, Seq<Instant> starts, Seq<ReasonTrend> reasons) {}
