package io.orderlake.domain.order;

import static io.orderlake.domain.order.OrderFields.CURRENCY;
import static io.orderlake.domain.order.OrderFields.TOTAL_AMOUNT;
import static io.orderlake.domain.order.OrderFields.UNIT_PRICE;

/**
 * Version 1 wrote the unit price as a JSON number named {@code price} and no currency: the
 * configured one is meant. A currency that is there all the same is kept, so that a foreign price
 * is never taken for a domestic one.
 */
final class UpcastV1ToV2 implements Upcaster {
  private static final long serialVersionUID = 1;

  @Override
  public int from() {
    return 1;
  }

  @Override
  public RecordedOrder upcast(RecordedOrder recorded, RuleSettings settings) {
    RecordedOrder priced = recorded.renamed("price", UNIT_PRICE);
    FieldValue price = priced.get(UNIT_PRICE);
    if (price != null) {
      priced = priced.with(UNIT_PRICE, decimalText(price));
    }
    FieldValue total = priced.get(TOTAL_AMOUNT);
    if (total != null) {
      priced = priced.with(TOTAL_AMOUNT, decimalText(total));
    }
    FieldValue currency = priced.get(CURRENCY);
    return currency == null || currency instanceof FieldValue.Null
        ? priced.with(CURRENCY, new FieldValue.Text(settings.currency()))
        : priced;
  }

  private static FieldValue decimalText(FieldValue value) {
    if (value instanceof FieldValue.Number number) {
      return new FieldValue.DecimalNumber(number);
    }
    return value instanceof FieldValue.Null ? value : new FieldValue.Misfit(value, "a number");
  }
}
