package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.EventTime;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An event does not happen long after it was received. */
final class EventTimeInFuture extends NamedRule {
  private static final long serialVersionUID = 1;

  EventTimeInFuture() {
    super(
        "event_time_in_future",
        1,
        "event time is not later than the Kafka timestamp by more than the tolerance",
        Severity.QUARANTINE,
        true);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    EventTime time = facts.eventTime().getOrNull();
    Instant received = facts.received().getOrNull();
    if (time == null
        || received == null
        || !time.instant().isAfter(received)
        || Duration.between(received, time.instant()).compareTo(settings.futureTolerance()) <= 0) {
      return List.of();
    }
    return broken(
        facts,
        OrderFields.EVENT_TIME,
        time.instant()
            + " is later than the Kafka timestamp "
            + received
            + " by more than "
            + settings.futureTolerance());
  }
}
