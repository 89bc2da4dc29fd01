package io.orderlake.application.lake;

import io.vavr.collection.Seq;
import java.time.ZoneId;

/** Why a lake is not opened under a configuration. */
public sealed interface Objection {
  /** The lake's zone is written down, and another one was said. */
  record OtherZone(ZoneId ofLake, Wish<ZoneId> wish) implements Objection {}

  /** The lake's currency is written down or that of all its rows, and another one was said. */
  record OtherCurrency(String ofLake, Wish<String> wish) implements Objection {}

  /**
   * Nothing is written down, and the stored cells were not cut in the zone of the configuration.
   *
   * @param cell a stored cell that cannot be one of that zone, for people
   * @param fitting the zones that they may have been cut in, by name
   */
  record CutOtherwise(Wish<ZoneId> wish, String cell, Seq<ZoneId> fitting) implements Objection {}
}
