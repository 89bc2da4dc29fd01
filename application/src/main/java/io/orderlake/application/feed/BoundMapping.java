package io.orderlake.application.feed;

import io.orderlake.application.feed.ColumnMapping.Source;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFields;
import io.vavr.collection.HashSet;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A mapping whose columns are known to be there: turns rows into the fields of order events. */
final class BoundMapping {
  /** Fields that hold numbers. */
  static final Set<String> NUMBERS =
      HashSet.of(OrderFields.QUANTITY, OrderFields.UNIT_PRICE, OrderFields.TOTAL_AMOUNT);

  private final java.util.Map<String, Integer> positions = new LinkedHashMap<>();
  private final java.util.Map<String, String> constants = new LinkedHashMap<>();
  private final Option<String> note;

  BoundMapping(Map<String, Source> sources, Seq<String> columns, Option<String> note) {
    this.note = note;
    sources.forEach(
        (field, source) -> {
          if (source instanceof Source.Column column) {
            positions.put(field, columns.indexOf(column.name()));
          } else {
            constants.put(field, CellText.clean(((Source.Constant) source).value()));
          }
        });
  }

  /** What was guessed, for the reader. */
  Option<String> note() {
    return note;
  }

  boolean maps(String field) {
    return positions.containsKey(field) || constants.containsKey(field);
  }

  /**
   * The cell that the field is taken from; null when it is mapped to none, or the row ends before.
   */
  @Nullable String cell(String field, FeedRow row) {
    Integer at = positions.get(field);
    IndexedSeq<String> cells = row.cells();
    return at == null
        ? constants.get(field)
        : at < cells.size() ? CellText.clean(cells.get(at)) : "";
  }

  /**
   * What the row says: every mapped field whose cell is not blank, in the order of the event.
   *
   * @param currency used unless the mapping has one
   */
  java.util.Map<String, FieldValue> fields(
      FeedRow row, NumberStyle numbers, TimeStyle times, String currency) {
    java.util.Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (String field : ColumnMapping.FIELDS) {
      String cell = cell(field, row);
      if (cell == null && field.equals(OrderFields.CURRENCY)) {
        cell = currency;
      }
      if (cell != null && !cell.isEmpty()) {
        fields.put(field, value(field, cell, numbers, times));
      }
    }
    return fields;
  }

  /** A quantity becomes a JSON number, every other cell a string; what is none stays as found. */
  private static FieldValue value(String field, String cell, NumberStyle numbers, TimeStyle times) {
    if (NUMBERS.contains(field)) {
      BigDecimal number = numbers.read(cell).getOrNull();
      if (number != null) {
        return field.equals(OrderFields.QUANTITY)
            ? new FieldValue.Number(NumberStyle.plain(withoutZeros(number)))
            : new FieldValue.Text(NumberStyle.plain(number));
      }
    }
    if (field.equals(OrderFields.EVENT_TIME)) {
      TimeStyle.Reading read = times.read(cell);
      return new FieldValue.Text(
          read instanceof TimeStyle.Reading.Time time
              ? time.text()
              : ((TimeStyle.Reading.Unread) read).text());
    }
    return new FieldValue.Text(cell);
  }

  private static BigDecimal withoutZeros(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
