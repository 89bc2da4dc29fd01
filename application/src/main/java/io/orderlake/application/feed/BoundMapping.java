package io.orderlake.application.feed;

import io.orderlake.application.feed.ColumnMapping.Source;
import io.orderlake.domain.feed.CellKind;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.source.MappedField;
import io.vavr.collection.IndexedSeq;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A mapping whose columns are known to be there: turns rows into the fields of order events. */
final class BoundMapping {
  /** Fields that hold numbers. */
  static final Set<String> NUMBERS =
      List.ofAll(MappedField.ALL)
          .filter(
              field ->
                  field.kind() == MappedField.Kind.NUMBER
                      || field.kind() == MappedField.Kind.DECIMAL)
          .map(MappedField::name)
          .toSet();

  private final java.util.Map<String, int[]> positions = new LinkedHashMap<>();
  private final java.util.Map<String, String> constants = new LinkedHashMap<>();
  private final List<String> notes;

  BoundMapping(Map<String, Source> sources, Seq<String> columns, List<String> notes) {
    this.notes = notes;
    sources.forEach(
        (field, source) -> {
          if (source instanceof Source.Constant constant) {
            constants.put(field, CellText.clean(constant.value()));
          } else {
            positions.put(
                field,
                ColumnMapping.columnsOf(source)
                    .toJavaStream()
                    .mapToInt(columns::indexOf)
                    .toArray());
          }
        });
  }

  /** What was guessed, for the reader. */
  List<String> notes() {
    return notes;
  }

  boolean maps(String field) {
    return positions.containsKey(field) || constants.containsKey(field);
  }

  /**
   * The cell that the field is taken from, or what its cells make; null when it is mapped to none,
   * blank when the row ends before.
   */
  @Nullable String cell(String field, FeedRow row) {
    int[] at = positions.get(field);
    if (at == null) {
      return constants.get(field);
    }
    String cell = text(row, at[0]);
    for (int i = 1; i < at.length; i++) {
      String next = text(row, at[i]);
      cell = cell.isEmpty() || next.isEmpty() ? "" : cell + "-" + next;
    }
    return cell;
  }

  private static String text(FeedRow row, int at) {
    IndexedSeq<String> cells = row.cells();
    return at < cells.size() ? CellText.clean(cells.get(at)) : "";
  }

  /** What kind of cell the field is taken from. */
  CellKind kind(String field, FeedRow row) {
    int[] at = positions.get(field);
    return at == null || at.length > 1 ? CellKind.TEXT : row.kind(at[0]);
  }

  /**
   * What the row says: every mapped field whose cell is not blank, in the order of the event.
   *
   * @param currency used unless the mapping has one
   */
  java.util.Map<String, FieldValue> fields(FeedRow row, RowStyle style, String currency) {
    java.util.Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (String field : ColumnMapping.FIELDS) {
      String cell = cell(field, row);
      if (cell == null && field.equals(OrderFields.CURRENCY)) {
        cell = currency;
      }
      if (cell != null && !cell.isEmpty()) {
        fields.put(field, value(field, cell, kind(field, row), style));
      }
    }
    return fields;
  }

  /** A quantity becomes a JSON number, every other cell a string; what is none stays as found. */
  private static FieldValue value(String field, String cell, CellKind kind, RowStyle style) {
    if (NUMBERS.contains(field)) {
      BigDecimal number = style.numbers(kind).read(cell).getOrNull();
      if (number != null) {
        return field.equals(OrderFields.QUANTITY)
            ? new FieldValue.Number(NumberStyle.plain(withoutZeros(number)))
            : new FieldValue.Text(NumberStyle.plain(number));
      }
    }
    if (field.equals(OrderFields.EVENT_TIME)) {
      return new FieldValue.Text(style.times(kind).read(cell).text());
    }
    return new FieldValue.Text(cell);
  }

  private static BigDecimal withoutZeros(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
