package io.orderlake.application.twin;

import io.orderlake.application.contract.RunnerSeatContract;
import io.orderlake.domain.run.RunnerSeat;

class InMemoryRunnerSeatTest extends RunnerSeatContract {
  private final InMemoryRunnerSeat seat = new InMemoryRunnerSeat();

  @Override
  protected RunnerSeat open() {
    return seat;
  }
}
