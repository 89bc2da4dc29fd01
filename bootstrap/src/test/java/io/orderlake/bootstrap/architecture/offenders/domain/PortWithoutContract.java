package io.orderlake.bootstrap.architecture.offenders.domain;

/** A port that nobody implements and no suite describes. */
public interface PortWithoutContract {
  /** Something to promise. */
  String promise();
}
