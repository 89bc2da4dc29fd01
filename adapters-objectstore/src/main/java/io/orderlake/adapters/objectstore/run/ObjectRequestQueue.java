package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.vavr.collection.List;

/**
 * What lies in {@code pending/} and {@code claimed/}: two listings, and a request for each request.
 */
public final class ObjectRequestQueue implements RequestQueue {
  private final Exchange exchange;

  /** The queue of the lake whose control objects lie there. */
  public ObjectRequestQueue(ControlPlace control) {
    this.exchange = Exchange.of(control);
  }

  @Override
  public Waiting now() {
    List<Trigger> pending = Exchange.read(exchange.pending(), Exchange.listed(exchange.pending()));
    List<Trigger> claimed = Exchange.read(exchange.claimed(), Exchange.listed(exchange.claimed()));
    return new Waiting(
        pending.size(),
        claimed.size(),
        pending.appendAll(claimed).flatMap(Exchange::request).map(RunRequest::requestedAt).min());
  }
}
