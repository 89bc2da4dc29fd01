package io.orderlake.domain.serve;

import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Seq;
import java.time.Instant;

/**
 * One lake version, to be handed over whole.
 *
 * @param origin of which lake
 * @param lake the version
 * @param tables every Gold table that is declared and that the version has, at that version
 * @param at now, by the clock of whoever serves
 */
public record Publication(
    LakeOrigin origin, LakeVersion lake, Seq<TableContent> tables, Instant at) {
  /** What the sink holds once it has taken it. */
  public Served served() {
    return new Served(origin, lake.number(), lake.publishedBy(), lake.publishedAt(), at);
  }
}
