package io.orderlake.benchmarks.offenders.back;

import io.orderlake.benchmarks.offenders.there.WayThere;

/** Breaks, with {@link WayThere}: packages do not know each other in a circle. */
public final class WayBack {
  private WayBack() {}

  public static int length() {
    return WayThere.step();
  }
}
