package io.orderlake.bootstrap.up;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * The processes beside this one, where there are any.
 *
 * @param broker absent when somebody else's is used
 * @param airflow absent unless it was asked for
 */
public record Children(@Nullable LocalBroker broker, @Nullable LocalAirflow airflow) {

  /** Throws when Airflow has ended by itself; a broker that has is started again. */
  public void throwIfBroken() throws InterruptedException {
    if (airflow != null) {
      airflow.throwIfBroken();
    }
  }

  public boolean areReady() {
    return airflow == null || airflowUrl().isDefined();
  }

  /** The address of Airflow's UI, once it can be used. */
  public Option<String> airflowUrl() {
    return Option.of(airflow).flatMap(LocalAirflow::url);
  }
}
