package io.orderlake.bootstrap.architecture.offenders.domain.back;

import io.orderlake.bootstrap.architecture.offenders.domain.there.WayThere;

/** Breaks, with {@link WayThere}: packages do not know each other in a circle. */
public final class WayBack {
  private WayBack() {}

  public static int length() {
    return WayThere.step();
  }
}
