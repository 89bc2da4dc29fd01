package io.orderlake.bootstrap.architecture.offenders.domain;

import java.time.ZoneId;

/** Breaks: nobody asks for the machine's zone. */
public final class DomainOnTheMachinesZone {
  private DomainOnTheMachinesZone() {}

  public static ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
