package io.orderlake.domain.silver;

import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderKind;
import java.io.Serializable;

/**
 * A valid cancellation: an event does not count. What it says it says of that event, whoever says
 * it and however often, so that the event's id is all the identity it has.
 *
 * @param eventId of the event that it cancels
 * @param provenance its own
 */
public record Cancellation(String eventId, RefinedOrder.Provenance provenance)
    implements Serializable {
  /**
   * The row that takes back what the event's row adds: the same where and when, the other way
   * round, with the cancellation's own provenance. The content is that of the event, which is what
   * is cancelled.
   *
   * @param order the event's row
   * @throws IllegalArgumentException for the row of another event, or one that takes back itself
   */
  public RefinedOrder of(RefinedOrder order) {
    if (!order.eventId().equals(eventId) || order.isWithdrawal()) {
      throw new IllegalArgumentException(provenance.order() + " does not cancel " + order);
    }
    return order.turned(
        order.optional().with(OptionalField.KIND, OrderKind.CANCELLATION.word()),
        new RefinedOrder.Provenance(
            provenance.order(),
            provenance.schemaVersion(),
            provenance.ruleSet(),
            provenance.warnings(),
            order.provenance().unknownFields()));
  }
}
