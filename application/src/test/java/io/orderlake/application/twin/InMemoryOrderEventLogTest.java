package io.orderlake.application.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.application.contract.OrderEventLogContract;
import io.orderlake.domain.order.OrderEventLog;
import java.util.List;

class InMemoryOrderEventLogTest implements OrderEventLogContract {
  @Override
  public Stream newStream() {
    InMemoryOrderEventLog log = new InMemoryOrderEventLog("orders", 3);
    return new Stream() {
      @Override
      public OrderEventLog open() {
        return log;
      }

      @Override
      public List<Stored> stored() {
        return log.stored().stream()
            .map(r -> new Stored(r.position(), r.key(), new String(r.value(), UTF_8)))
            .toList();
      }

      @Override
      public OrderEventLog openBroken() {
        log.breakDown();
        return log;
      }
    };
  }
}
