package io.orderlake.application.twin;

import io.orderlake.application.contract.RunRequestsContract;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunnerSeat;
import io.orderlake.domain.run.TriggerInbox;

class InMemoryRunRequestsTest extends RunRequestsContract {
  private final InMemoryRunnerSeat seat = new InMemoryRunnerSeat();
  private final InMemoryExchange exchange = new InMemoryExchange(seat);

  @Override
  protected RunRequests open() {
    return exchange;
  }

  @Override
  protected TriggerInbox inbox() {
    return exchange;
  }

  @Override
  protected ResultOutbox outbox() {
    return exchange;
  }

  @Override
  protected RunnerSeat seat() {
    return seat;
  }
}
