package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.List;

/** The event time is an ISO 8601 time. */
final class EventTimeUnparsable extends NamedRule {
  private static final long serialVersionUID = 1;

  EventTimeUnparsable() {
    super(
        "event_time_unparsable",
        "event time is an ISO 8601 time or date",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    String text = facts.eventTimeText().value();
    return text == null || facts.eventTime().isDefined()
        ? List.of()
        : broken(facts, OrderFields.EVENT_TIME, "is not an ISO 8601 time: " + shown(text));
  }
}
