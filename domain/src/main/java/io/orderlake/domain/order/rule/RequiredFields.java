package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.Fact;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import java.util.function.BiConsumer;

/** The fields that every order event must carry, in the order in which faults are named. */
final class RequiredFields {
  private RequiredFields() {}

  static void forEach(OrderFacts facts, BiConsumer<String, Fact<?>> consumer) {
    consumer.accept(OrderFields.EVENT_ID, facts.eventId());
    consumer.accept(OrderFields.ORDER_ID, facts.orderId());
    consumer.accept(OrderFields.PRODUCT, facts.product());
    consumer.accept(OrderFields.QUANTITY, facts.quantity());
    consumer.accept(OrderFields.UNIT_PRICE, facts.unitPrice());
    consumer.accept(OrderFields.CURRENCY, facts.currency());
    consumer.accept(OrderFields.CITY, facts.city());
    consumer.accept(OrderFields.EVENT_TIME, facts.eventTimeText());
  }
}
