package io.orderlake.domain.source;

import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFields;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of the order event that a mapping can fill.
 *
 * @param name its name in the contract
 * @param kind what it holds
 * @param required whether no line can pass without it
 */
public record MappedField(String name, Kind kind, boolean required) implements Serializable {
  /** What a field holds, and so how it can be converted. */
  public enum Kind {
    TEXT,
    /** Written as a JSON number in the contract. */
    NUMBER,
    /** Written as a decimal in a string in the contract. */
    DECIMAL,
    TIME
  }

  /** All of them, in the order in which events are written. */
  public static final List<MappedField> ALL = all();

  private static List<MappedField> all() {
    List<MappedField> all = new ArrayList<>();
    all.add(new MappedField(OrderFields.EVENT_ID, Kind.TEXT, false));
    all.add(new MappedField(OrderFields.ORDER_ID, Kind.TEXT, false));
    all.add(new MappedField(OrderFields.PRODUCT, Kind.TEXT, true));
    all.add(new MappedField(OrderFields.QUANTITY, Kind.NUMBER, true));
    all.add(new MappedField(OrderFields.UNIT_PRICE, Kind.DECIMAL, true));
    all.add(new MappedField(OrderFields.CURRENCY, Kind.TEXT, false));
    all.add(new MappedField(OrderFields.CITY, Kind.TEXT, true));
    all.add(new MappedField(OrderFields.EVENT_TIME, Kind.TIME, true));
    all.add(new MappedField(OrderFields.TOTAL_AMOUNT, Kind.DECIMAL, false));
    for (OptionalField field : OptionalField.ALL) {
      Kind kind = field.form() == OptionalField.Form.TEXT ? Kind.TEXT : Kind.DECIMAL;
      all.add(new MappedField(field.field(), kind, false));
    }
    return List.copyOf(all);
  }

  /** The one of that name. */
  public static Optional<MappedField> named(String name) {
    return ALL.stream().filter(field -> field.name.equals(name)).findFirst();
  }
}
