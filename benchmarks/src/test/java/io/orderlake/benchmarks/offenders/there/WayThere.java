package io.orderlake.benchmarks.offenders.there;

import io.orderlake.benchmarks.offenders.back.WayBack;

/** Breaks, with {@link WayBack}: packages do not know each other in a circle. */
public final class WayThere {
  private WayThere() {}

  public static int length() {
    return 1 + WayBack.length();
  }

  public static int step() {
    return 1;
  }
}
