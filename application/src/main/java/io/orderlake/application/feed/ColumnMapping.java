package io.orderlake.application.feed;

import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.source.MappedField;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;

/**
 * Which column, or which constant, each field of an order event is taken from, as somebody wrote
 * it.
 *
 * @param sources by the event's field
 * @param problems what is wrong with it whatever the columns are
 */
public record ColumnMapping(Map<String, Source> sources, List<String> problems) {
  /** Nothing is said: columns that have a field's name are taken. */
  public static final ColumnMapping NONE = new ColumnMapping(LinkedHashMap.empty(), List.empty());

  /** Fields that a mapping may fill, in the order in which events are written. */
  static final List<String> FIELDS = List.ofAll(MappedField.ALL).map(MappedField::name);

  /** Where a field's value comes from. */
  public sealed interface Source {
    /**
     * A cell of each row.
     *
     * @param name the column's
     */
    record Column(String name) implements Source {}

    /**
     * The same for every row.
     *
     * @param value the cell that each row is taken to have
     */
    record Constant(String value) implements Source {}

    /**
     * The cells of some columns with {@code -} between them; none where one of them is blank.
     *
     * @param names the columns', at least one
     */
    record Joined(List<String> names) implements Source {}
  }

  /**
   * Reads a mapping such as {@code product=Item,price="Price Per Unit",city:=Online}: {@code
   * field=column} or {@code field:=constant}, separated by commas; a name with a comma or white
   * space at its ends stands in double quotes, in which {@code ""} is a quote. {@code price} stands
   * for {@code unit_price}.
   *
   * @return the mapping, its problems included; or the sentence that says that it cannot be read
   */
  public static Either<String, ColumnMapping> parse(String text) {
    return MappingText.entries(text).map(ColumnMapping::of);
  }

  /**
   * Reads names of columns such as {@code Order ID,"Line, no."}.
   *
   * @return the names, some of which may be blank; or the sentence that says that they cannot be
   *     read
   */
  public static Either<String, List<String>> names(String text) {
    return MappingText.names(text);
  }

  /** The same with an event id that is made of these columns' texts. */
  public ColumnMapping withId(List<String> columns) {
    List<String> wrong =
        maps(OrderFields.EVENT_ID)
            ? List.of("the event id is mapped to two things; keep event_id or the id's columns")
            : List.empty();
    if (columns.isEmpty() || columns.exists(String::isEmpty)) {
      wrong = wrong.append("one of the id's columns has no name");
    }
    return new ColumnMapping(
        sources.put(OrderFields.EVENT_ID, new Source.Joined(columns)), problems.appendAll(wrong));
  }

  private static ColumnMapping of(Seq<MappingText.Entry> entries) {
    List<String> problems = List.empty();
    Map<String, Source> sources = LinkedHashMap.empty();
    for (MappingText.Entry entry : entries) {
      String field = entry.field().equals("price") ? OrderFields.UNIT_PRICE : entry.field();
      if (!FIELDS.contains(field)) {
        problems = problems.append(noField(entry.field()));
        continue;
      }
      if (sources.containsKey(field)) {
        problems = problems.append(field + " is mapped twice");
      }
      sources = sources.put(field, entry.source());
    }
    return new ColumnMapping(sources, problems);
  }

  private static String noField(String name) {
    return "'"
        + name
        + "' is no field"
        + NearMiss.of(name, FIELDS)
            .map(near -> " (" + near + "?)")
            .getOrElse("; there are " + FIELDS.mkString(", "));
  }

  public boolean maps(String field) {
    return sources.containsKey(field);
  }

  /** The columns that it names. */
  Set<String> columns() {
    return sources.values().flatMap(ColumnMapping::columnsOf).toLinkedSet();
  }

  /** The columns that a source is made of; none for a constant. */
  static List<String> columnsOf(Source source) {
    return source instanceof Source.Column column
        ? List.of(column.name())
        : source instanceof Source.Joined joined ? joined.names() : List.empty();
  }
}
