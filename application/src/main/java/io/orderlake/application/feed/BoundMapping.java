package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFields;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping whose columns are known to be there: turns rows into the fields of order events. */
final class BoundMapping {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

  private final ColumnMapping mapping;
  private final Map<String, Integer> positions;

  BoundMapping(ColumnMapping mapping, Seq<String> columns) {
    this.mapping = mapping;
    this.positions = columns.zipWithIndex().toMap(column -> column);
  }

  /**
   * A version 2 event. Cells are carried as found: a quantity that is a whole number becomes a JSON
   * number, every other cell a string; a blank cell leaves its field out. Unless an order id is
   * mapped, each row is an order of its own, named like its event.
   *
   * @param eventId used unless the mapping has one
   * @param currency used unless the mapping has one
   */
  java.util.Map<String, FieldValue> event(FeedRow row, String eventId, String currency) {
    java.util.Map<String, FieldValue> event = new LinkedHashMap<>();
    event.put(OrderFields.SCHEMA_VERSION, new FieldValue.Number("2"));
    for (String field : ColumnMapping.FIELDS) {
      String cell = cell(field, row);
      if (cell != null) {
        put(event, field, cell);
      } else if (field.equals(OrderFields.EVENT_ID)) {
        put(event, field, eventId);
      } else if (field.equals(OrderFields.CURRENCY)) {
        put(event, field, currency);
      } else if (field.equals(OrderFields.ORDER_ID)
          && event.get(OrderFields.EVENT_ID) instanceof FieldValue.Text own) {
        put(event, field, own.value());
      }
    }
    return event;
  }

  private static void put(java.util.Map<String, FieldValue> event, String field, String cell) {
    if (!cell.isBlank()) {
      event.put(field, value(field, cell));
    }
  }

  private @Nullable String cell(String field, FeedRow row) {
    ColumnMapping.Source source = mapping.sources().get(field).getOrNull();
    if (source instanceof ColumnMapping.Source.Column column) {
      return row.cells().get(positions.get(column.name()).get());
    }
    return source instanceof ColumnMapping.Source.Constant constant ? constant.value() : null;
  }

  private static FieldValue value(String field, String cell) {
    String trimmed = cell.strip();
    return field.equals(OrderFields.QUANTITY) && WHOLE_NUMBER.matcher(trimmed).matches()
        ? new FieldValue.Number(trimmed)
        : new FieldValue.Text(cell);
  }
}
