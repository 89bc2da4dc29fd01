package io.orderlake.domain.serve;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a sink says that it holds; times to the microsecond.
 *
 * @param origin of which lake
 * @param version the number of the lake version
 * @param publishedBy the run that published that version in the lake
 * @param publishedAt when it did
 * @param servedAt when the sink got it, by the clock of whoever served
 */
public record Served(
    LakeOrigin origin, long version, RunId publishedBy, Instant publishedAt, Instant servedAt) {
  public Served {
    publishedAt = publishedAt.truncatedTo(ChronoUnit.MICROS);
    servedAt = servedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Whether it is that version of that lake, and not one of the same number. */
  public boolean is(LakeOrigin ofLake, LakeVersion lake) {
    return origin.equals(ofLake)
        && version == lake.number()
        && publishedBy.equals(lake.publishedBy())
        && publishedAt.equals(lake.publishedAt().truncatedTo(ChronoUnit.MICROS));
  }
}
