package io.orderlake.domain.source;

import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.SchemaVersions;
import io.vavr.control.Either;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a source become order lines: a pure function of what a record holds, applied
 * whenever it is judged. The lines are events of the contract's current version, whose fields are
 * known by the places in the record that they were taken from.
 *
 * <p>A field that is left out is taken from nowhere, but for three: the event's id is made of what
 * the line says, the order's id is the event's, and the currency is the lake's.
 *
 * <p>Where a mapping says that a number below 0 means a refund, a line with such a number is one,
 * and none of its numbers keeps its sign.
 */
public final class Mapping implements Serializable {
  private static final long serialVersionUID = 1;

  /** A record of more lines is none that a shop wrote, and each would be judged by itself. */
  public static final int MOST_LINES = 1_000;

  private static final FieldValue VERSION =
      new FieldValue.Number(Integer.toString(SchemaVersions.CURRENT));

  private static final String[] NAMES = names();
  private static final int EVENT_ID = MappedField.ALL.indexOf(field(OrderFields.EVENT_ID)) + 1;
  private static final int ORDER_ID = MappedField.ALL.indexOf(field(OrderFields.ORDER_ID)) + 1;
  private static final int KIND = MappedField.ALL.indexOf(field(OptionalField.KIND.field())) + 1;
  private static final FieldValue REFUND = new FieldValue.Text(OrderKind.REFUND.word());
  private static final FieldValue CANCELLATION = new FieldValue.Text(OrderKind.CANCELLATION.word());

  /** What a line of a refund may write with a sign, which says no more than that it is one. */
  private static final int[] SIGNED =
      Stream.of(
              OrderFields.QUANTITY,
              OrderFields.UNIT_PRICE,
              OrderFields.TOTAL_AMOUNT,
              OptionalField.DISCOUNT.field())
          .mapToInt(name -> MappedField.ALL.indexOf(field(name)) + 1)
          .toArray();

  private static final int CURRENCY = MappedField.ALL.indexOf(field(OrderFields.CURRENCY)) + 1;

  private final @Nullable Pointer lines;
  private final @Nullable FieldMapping[] fields;
  private final Origins origins;

  /**
   * A mapping.
   *
   * @param lines where the array of lines lies, from the record's root; null when each record is
   *     one line
   * @param fields for each field at most one
   */
  public Mapping(@Nullable Pointer lines, List<FieldMapping> fields) {
    this.lines = lines;
    this.fields = new FieldMapping[NAMES.length];
    Map<String, String> names = new LinkedHashMap<>();
    for (FieldMapping field : fields) {
      this.fields[MappedField.ALL.indexOf(field.field()) + 1] = field;
      names.put(field.field().name(), shown(field.from()));
    }
    this.origins = new Origins(names, lines == null ? "" : lines.path());
  }

  private static MappedField field(String name) {
    return MappedField.named(name).orElseThrow();
  }

  private static String[] names() {
    List<String> names = new ArrayList<>(List.of(OrderFields.SCHEMA_VERSION));
    MappedField.ALL.forEach(field -> names.add(field.name()));
    return names.toArray(String[]::new);
  }

  private static String shown(ValueOrigin from) {
    return from instanceof ValueOrigin.Constant ? "" : from.text();
  }

  /** Whether a record is an array of lines, or has one; otherwise it is one line itself. */
  public boolean takesApart() {
    return lines != null;
  }

  /** Whether a record is an array of lines. */
  public boolean takesArraysApart() {
    return Pointer.ROOT.equals(lines);
  }

  /** How each field is made that is not left out. */
  public List<FieldMapping> fields() {
    return Arrays.stream(fields).filter(Objects::nonNull).toList();
  }

  /** The nodes that a record's lines are made of, in their order; none where it has no lines. */
  public List<Node> parts(Node record) {
    if (lines == null) {
      return List.of(record);
    }
    return lines.in(record, record) instanceof Node.ArrayNode array ? array.items() : List.of();
  }

  /**
   * The lines of a record, one at least, in their order.
   *
   * @param currency of lines for which none is mapped
   * @return or the sentence that says why it cannot be taken apart
   */
  public Either<String, List<RecordedOrder>> lines(Node record, String currency) {
    return lines(record, currency, lines == null ? null : new Occurrences());
  }

  /**
   * The same where lines that say the same are counted beyond the record.
   *
   * @param count asked for each line without an event id of its own, in the order of the lines
   */
  public Either<String, List<RecordedOrder>> counted(
      Node record, String currency, LineCount count) {
    return lines(record, currency, count);
  }

  private Either<String, List<RecordedOrder>> lines(
      Node record, String currency, @Nullable LineCount count) {
    if (lines == null) {
      return Either.right(List.of(line(record, record, 0, currency, count)));
    }
    Node found = lines.in(record, record);
    if (!(found instanceof Node.ArrayNode array)) {
      return Either.left(
          "the record "
              + (lines.equals(Pointer.ROOT)
                  ? "is no array of lines"
                  : "has no array of lines at " + lines)
              + (found == null ? "" : ", where " + found.value().kind() + " stands"));
    }
    int size = array.items().size();
    if (size == 0 || size > MOST_LINES) {
      return Either.left(
          "the array of lines"
              + (lines.equals(Pointer.ROOT) ? "" : " at " + lines)
              + (size == 0 ? " is empty" : " has " + size + " items; at most " + MOST_LINES)
              + (size == 0 ? "" : " are taken apart"));
    }
    List<RecordedOrder> taken = new ArrayList<>(size);
    for (int number = 0; number < size; number++) {
      taken.add(line(record, array.items().get(number), number, currency, count));
    }
    return Either.right(taken);
  }

  private RecordedOrder line(
      Node record, Node line, int number, String currency, @Nullable LineCount count) {
    FieldValue[] values = new FieldValue[NAMES.length];
    values[0] = VERSION;
    for (int i = 1; i < values.length; i++) {
      FieldMapping field = fields[i];
      values[i] = field == null ? FieldValue.NULL : field.of(record, line, number);
    }
    if (isRefund(values) && !CANCELLATION.equals(values[KIND])) {
      values[KIND] = REFUND;
      for (int i : SIGNED) {
        values[i] = withoutSign(values[i]);
      }
    }
    if (fields[CURRENCY] == null) {
      values[CURRENCY] = new FieldValue.Text(currency);
    }
    if (fields[EVENT_ID] == null) {
      values[EVENT_ID] = new FieldValue.Text(contentId(values, count));
    }
    if (fields[ORDER_ID] == null) {
      values[ORDER_ID] = values[EVENT_ID];
    }
    return RecordedOrder.of(
        NAMES, values, NAMES.length, new LinePlaces(origins, lines == null ? -1 : number));
  }

  private boolean isRefund(FieldValue[] values) {
    for (int i : SIGNED) {
      FieldMapping field = fields[i];
      if (field != null && field.negativeIsRefund() && isNegative(values[i])) {
        return true;
      }
    }
    return false;
  }

  /** Conversions write a number that is below 0, and no other, with a minus. */
  private static boolean isNegative(FieldValue value) {
    return (value instanceof FieldValue.Number number && number.digits().startsWith("-"))
        || (value instanceof FieldValue.Text text && text.value().startsWith("-"));
  }

  private static FieldValue withoutSign(FieldValue value) {
    return !isNegative(value)
        ? value
        : value instanceof FieldValue.Number number
            ? new FieldValue.Number(number.digits().substring(1))
            : new FieldValue.Text(((FieldValue.Text) value).value().substring(1));
  }

  private static String contentId(FieldValue[] values, @Nullable LineCount count) {
    Map<String, FieldValue> event = new LinkedHashMap<>();
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] instanceof FieldValue.Null)) {
        event.put(NAMES[i], values[i]);
      }
    }
    ContentHash content = LineIdentity.content(event);
    return LineIdentity.eventId(content, count == null ? 1 : count.next(content));
  }

  /** Tells it from any other, one line for each thing that counts; sorted. */
  List<String> identity() {
    List<String> identity = new ArrayList<>();
    identity.add("lines " + (lines == null ? "none" : "at " + lines));
    for (FieldMapping field : fields) {
      if (field != null) {
        identity.add("field " + field.identity());
      }
    }
    identity.sort(null);
    return identity;
  }

  /**
   * Where fields are taken from.
   *
   * @param names by field, the origin as a mapping writes it; empty where it is no place
   * @param array the pointer to the lines
   */
  private record Origins(Map<String, String> names, String array) implements Serializable {}

  /**
   * The places of one line.
   *
   * @param line its number, below 0 when the record is one line
   */
  private record LinePlaces(Origins origins, int line) implements RecordedOrder.Places {
    @Override
    public String of(String field) {
      String name = origins.names.getOrDefault(field, "");
      if (name.isEmpty()) {
        return field;
      }
      return line >= 0 && name.startsWith("./")
          ? origins.array + "/" + line + name.substring(1)
          : name.startsWith("./") ? name.substring(1) : name;
    }
  }
}
