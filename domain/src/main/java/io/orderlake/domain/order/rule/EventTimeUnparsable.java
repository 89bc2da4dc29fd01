package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.List;

/** The event time is one of the form that the contract gives it. */
final class EventTimeUnparsable extends NamedRule {
  private static final long serialVersionUID = 1;

  EventTimeUnparsable() {
    super(
        "event_time_unparsable",
        1,
        "event time is a date or a time of the form 2026-11-20T10:15:00Z",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    return facts
        .eventTimeProblem()
        .map(problem -> broken(facts, OrderFields.EVENT_TIME, problem))
        .getOrElse(List.of());
  }
}
