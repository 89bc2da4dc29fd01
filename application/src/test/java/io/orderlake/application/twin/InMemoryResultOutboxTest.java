package io.orderlake.application.twin;

import io.orderlake.application.contract.ResultOutboxContract;
import io.orderlake.domain.run.ResultOutbox;

class InMemoryResultOutboxTest extends ResultOutboxContract {
  private final InMemoryExchange exchange = new InMemoryExchange(new InMemoryLeaderLock());

  @Override
  protected ResultOutbox open() {
    return exchange;
  }
}
