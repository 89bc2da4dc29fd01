package io.orderlake.application.twin;

import io.orderlake.application.contract.TriggerInboxContract;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.collection.Seq;

class InMemoryTriggerInboxTest extends TriggerInboxContract {
  private final InMemoryExchange exchange = new InMemoryExchange(new InMemoryLeaderLock());

  @Override
  protected TriggerInbox open() {
    return exchange;
  }

  @Override
  protected RunRequests requester() {
    return exchange;
  }

  @Override
  protected void plantMalformed(String file) {
    exchange.plant(
        new Trigger.Malformed(
            file, RunId.parse(file.replaceFirst("\\.json$", "")).toOption(), "not JSON"));
  }

  @Override
  protected Seq<String> rejectedReasons() {
    return exchange.rejectedReasons();
  }
}
