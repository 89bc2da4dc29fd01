package io.orderlake.application.quarantine;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;

/**
 * What {@link ShowQuarantine} found.
 *
 * @param lake the lake version it was read at
 * @param records how many are quarantined
 * @param byReason records by reason code; a record with two reasons counts under both
 * @param matching how many have the reason asked for
 * @param newest of those that match, the last ones in Bronze's order, newest first, up to the limit
 */
public record QuarantinePage(
    LakeVersion lake,
    long records,
    SortedMap<String, Long> byReason,
    long matching,
    Seq<QuarantinedRecord> newest) {}
