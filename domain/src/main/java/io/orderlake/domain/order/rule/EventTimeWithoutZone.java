package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.EventTime;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.List;

/** The event time names its zone; without one UTC is meant. */
final class EventTimeWithoutZone extends NamedRule {
  private static final long serialVersionUID = 1;

  EventTimeWithoutZone() {
    super(
        "event_time_without_zone",
        1,
        "event time names its zone; without one UTC is meant",
        Severity.WARN,
        true);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    EventTime time = facts.eventTime().getOrNull();
    return time == null || time.zoned()
        ? List.of()
        : broken(
            facts,
            OrderFields.EVENT_TIME,
            "names no zone, UTC was meant: " + shown(facts.eventTimeText().get()));
  }
}
