package io.orderlake.bootstrap.up;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * The processes beside this one, where there are any.
 *
 * @param broker absent when somebody else's is used
 * @param airflow absent unless it was asked for
 * @param ownPostgres likewise
 */
public record Children(
    @Nullable LocalBroker broker,
    @Nullable LocalAirflow airflow,
    @Nullable OwnPostgres ownPostgres) {

  /**
   * Throws when Airflow has ended by itself; a broker that has is started again, and so is a
   * PostgreSQL.
   *
   * @param troubles told when that fails
   */
  public void throwIfBroken(Troubles troubles) throws InterruptedException {
    if (ownPostgres != null) {
      ownPostgres.keepRunning(troubles);
    }
    if (airflow != null) {
      airflow.throwIfBroken();
    }
  }

  public boolean areReady() {
    return airflow == null || airflowUrl().isDefined();
  }

  /** The PostgreSQL, if there is one. */
  public Option<OwnPostgres> postgres() {
    return Option.of(ownPostgres);
  }

  /** The address of Airflow's UI, once it can be used. */
  public Option<String> airflowUrl() {
    return Option.of(airflow).flatMap(LocalAirflow::url);
  }
}
