package io.orderlake.application.twin;

import io.orderlake.application.contract.RunRequestsContract;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.TriggerInbox;

class InMemoryRunRequestsTest extends RunRequestsContract {
  private final InMemoryLeaderLock leaderLock = new InMemoryLeaderLock();
  private final InMemoryExchange exchange = new InMemoryExchange(leaderLock);

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
  protected LeaderLock leaderLock() {
    return leaderLock;
  }
}
