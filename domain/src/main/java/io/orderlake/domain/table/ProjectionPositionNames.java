package io.orderlake.domain.table;

import java.util.List;

/** The names of the positions that the commits of Silver, the quarantine and Gold carry. */
public final class ProjectionPositionNames {
  /** The version of the upstream table that was read. */
  public static final String UPSTREAM = "orderlake/upstream";

  /** How many changes of Silver and the quarantine together were decided, less one. */
  public static final String DECISION = "orderlake/decision";

  /** How often a rebuild has replaced Silver and the quarantine, less one. */
  public static final String REPLACEMENT = "orderlake/replacement";

  /** How many cancellations wait in the quarantine for their event, less one. */
  public static final String WAITING = "orderlake/waiting";

  private static final Position READ =
      new Position(UPSTREAM, "the version of the upstream table that was read");

  static final List<Position> OF_GOLD = List.of(READ);

  static final List<Position> OF_SILVER =
      List.of(
          READ,
          new Position(
              DECISION, "how many changes of Silver and the quarantine were decided, less one"),
          new Position(
              REPLACEMENT, "how often a rebuild has replaced Silver and the quarantine, less one"),
          new Position(
              WAITING, "how many cancellations wait in the quarantine for their event, less one"));

  private ProjectionPositionNames() {}
}
