package io.orderlake.application.feed;

import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.silver.RecordRefiner;
import java.time.InstantSource;

/**
 * Where it can be seen what was published: the lake, as far as it has read the topic, and the topic
 * from there on.
 *
 * @param topic the topic's name
 */
public record PublishedEvents(
    String topic,
    LakeVersions versions,
    BronzeView bronze,
    LakeLookup lookup,
    QuarantineView quarantine,
    SourceOffsets source,
    SourceRecords records,
    RecordRefiner refiner,
    InstantSource clock) {

  /** Looks now. */
  public KnownEvents known() {
    return new LookedUp(this);
  }
}
