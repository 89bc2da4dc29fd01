package io.orderlake.domain.lake;

import java.io.Serializable;
import java.time.ZoneId;

/**
 * What a lake is from its birth on, whatever the configuration of a role says: its figures would
 * mean something else under other properties.
 *
 * @param reportingZone the zone whose hours and days the Gold tables speak of
 * @param currency the lake's own, ISO 4217: that of events that name none
 */
public record LakeProperties(ZoneId reportingZone, String currency) implements Serializable {

  /** Whether the zones cut time alike, now and at any other time, however they are spelt. */
  public static boolean isSameZone(ZoneId one, ZoneId other) {
    return one.getRules().equals(other.getRules());
  }

  /** Whether figures mean the same under both. */
  public boolean meansTheSameAs(LakeProperties other) {
    return isSameZone(reportingZone, other.reportingZone) && currency.equals(other.currency);
  }
}
