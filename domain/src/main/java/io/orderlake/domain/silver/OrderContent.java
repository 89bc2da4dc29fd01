package io.orderlake.domain.silver;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.order.UtcText;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a refined order says, apart from its event's id and how it came to be. */
final class OrderContent {
  private OrderContent() {}

  /** What an event does not have is not hashed, so that older events keep the hash they had. */
  static ContentHash of(
      String orderId,
      String product,
      String city,
      long quantity,
      Amount unitPrice,
      String currency,
      Instant eventTime,
      OptionalValues optional,
      String unknownFields) {
    String[] parts = {
      orderId,
      product,
      city,
      Long.toString(quantity),
      unitPrice.plain(),
      currency,
      UtcText.of(eventTime),
      unknownFields
    };
    for (OptionalField field : OptionalField.ALL) {
      parts = with(parts, field.field(), optional.plain(field));
    }
    return ContentHash.of(parts);
  }

  private static String[] with(String[] parts, String name, @Nullable String value) {
    if (value == null) {
      return parts;
    }
    String[] more = Arrays.copyOf(parts, parts.length + 2);
    more[parts.length] = name;
    more[parts.length + 1] = value;
    return more;
  }
}
