package io.orderlake.domain.source;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.Normalisation;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The identity of a line that has no event id of its own: what its event says, and which one it is
 * among the rows of its feed, or the lines of its record, that say the same. Neither the feed's
 * name nor the line's place counts, so that a row is the same in every export that holds it.
 *
 * <p>Ids are stored for ever: what is hashed here is never changed, only ever given another name.
 */
public final class LineIdentity {
  private static final String SCHEME = "row-";

  /** In the order in which they are hashed; the optional ones behind the others. */
  private static final List<String> FIELDS = fields();

  private static List<String> fields() {
    List<String> fields = new ArrayList<>();
    fields.addAll(
        List.of(
            OrderFields.ORDER_ID,
            OrderFields.PRODUCT,
            OrderFields.QUANTITY,
            OrderFields.UNIT_PRICE,
            OrderFields.CURRENCY,
            OrderFields.CITY,
            OrderFields.EVENT_TIME,
            OrderFields.TOTAL_AMOUNT));
    OptionalField.ALL.forEach(field -> fields.add(field.field()));
    return fields;
  }

  private LineIdentity() {}

  /**
   * The hash of what the event says. Numbers count by their value, everything else as text, in
   * Unicode NFC, without white space at its ends and with one space inside.
   *
   * @param event its fields, without any that stand in for missing ones
   */
  public static ContentHash content(Map<String, FieldValue> event) {
    List<String> parts = new ArrayList<>();
    for (String field : FIELDS) {
      FieldValue value = event.get(field);
      if (value != null) {
        parts.add(field);
        parts.add(canonical(value));
      }
    }
    return ContentHash.of(parts.toArray(String[]::new));
  }

  private static String canonical(FieldValue value) {
    String text =
        value instanceof FieldValue.Text t ? Normalisation.product(t.value()) : value.json();
    return Amount.parseDecimal(text).map(LineIdentity::number).getOrElse(text);
  }

  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * The event id.
   *
   * @param occurrence from 1, among the rows of the feed with that content
   */
  public static String eventId(ContentHash content, int occurrence) {
    return SCHEME + content + "-" + occurrence;
  }
}
