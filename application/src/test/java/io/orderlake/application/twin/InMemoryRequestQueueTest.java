package io.orderlake.application.twin;

import io.orderlake.application.contract.RequestQueueContract;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.control.Option;

class InMemoryRequestQueueTest extends RequestQueueContract {
  private final InMemoryExchange exchange = new InMemoryExchange(new InMemoryLeaderLock());

  @Override
  protected RequestQueue open() {
    return exchange;
  }

  @Override
  protected RunRequests requests() {
    return exchange;
  }

  @Override
  protected TriggerInbox inbox() {
    return exchange;
  }

  @Override
  protected void plantMalformed() {
    exchange.plant(new Trigger.Malformed("nonsense.json", Option.none(), "no JSON"));
  }
}
