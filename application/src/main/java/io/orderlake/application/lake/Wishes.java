package io.orderlake.application.lake;

import io.orderlake.domain.lake.LakeProperties;
import java.time.ZoneId;

/** What a configuration says of a lake's properties. */
public record Wishes(Wish<ZoneId> reportingZone, Wish<String> currency) {
  /** As they would be written down for a new lake. */
  public LakeProperties properties() {
    return new LakeProperties(reportingZone.value(), currency.value());
  }
}
