package io.orderlake.domain.order;

import static io.orderlake.domain.order.OrderFields.CUSTOMER_ID;
import static io.orderlake.domain.order.OrderFields.DISCOUNT;

/**
 * Version 2 knew no discount and no customer: it means none. A field of such a name that is there
 * all the same had no meaning in the contract and stays an unknown field.
 */
final class UpcastV2ToV3 implements Upcaster {
  private static final long serialVersionUID = 1;

  @Override
  public int from() {
    return 2;
  }

  @Override
  public RecordedOrder upcast(RecordedOrder recorded, RuleSettings settings) {
    return recorded.outsideContract(DISCOUNT).outsideContract(CUSTOMER_ID);
  }
}
