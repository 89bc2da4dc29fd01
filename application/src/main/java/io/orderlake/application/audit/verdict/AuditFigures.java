package io.orderlake.application.audit.verdict;

import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;

/**
 * What an audit has done.
 *
 * @param replayed records of Bronze and what became of them in the replay
 * @param quarantinedByReason replayed records by reason code; a record with two counts under both
 * @param compared by table, how many rows or cells were compared; of Bronze, whose offsets were
 * @param olderRules rows of Silver and of the quarantine that were decided under another rule set,
 *     by its version; they are taken as they are stored and count as no difference
 * @param acceptedGaps offsets that Bronze will never hold: they were lost, and somebody has said to
 *     go on without them; they count as no difference
 * @param cutOtherwise cells of Gold that no sale can belong to in the lake's reporting zone
 */
public record AuditFigures(
    Conservation replayed,
    SortedMap<String, Long> quarantinedByReason,
    SortedMap<TableId, Long> compared,
    SortedMap<String, Long> olderRules,
    SortedSet<OffsetGap> acceptedGaps,
    long cutOtherwise) {}
