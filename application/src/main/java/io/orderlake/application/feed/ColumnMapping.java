package io.orderlake.application.feed;

import io.orderlake.domain.order.OrderFields;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * Which column, or which constant, each field of an order event is taken from.
 *
 * @param sources by the event's field
 */
public record ColumnMapping(Map<String, Source> sources) {
  /** Fields that a mapping may fill, in the order in which events are written. */
  static final List<String> FIELDS =
      List.of(
          OrderFields.EVENT_ID,
          OrderFields.ORDER_ID,
          OrderFields.PRODUCT,
          OrderFields.QUANTITY,
          OrderFields.UNIT_PRICE,
          OrderFields.CURRENCY,
          OrderFields.CITY,
          OrderFields.EVENT_TIME,
          OrderFields.TOTAL_AMOUNT);

  /** Fields without which no event of the feed could be refined, and which have no default. */
  private static final List<String> NEEDED =
      List.of(
          OrderFields.PRODUCT,
          OrderFields.QUANTITY,
          OrderFields.UNIT_PRICE,
          OrderFields.CITY,
          OrderFields.EVENT_TIME);

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
  }

  /**
   * Reads a mapping such as {@code product=Item,price="Price Per Unit",city:=Online}: {@code
   * field=column} or {@code field:=constant}, separated by commas; a name with a comma or white
   * space at its ends stands in double quotes, in which {@code ""} is a quote. {@code price} stands
   * for {@code unit_price}.
   *
   * @return the mapping, or every problem in one sentence
   */
  public static Either<String, ColumnMapping> parse(String text) {
    return MappingText.entries(text).flatMap(ColumnMapping::of);
  }

  private static Either<String, ColumnMapping> of(Seq<MappingText.Entry> entries) {
    List<String> problems = List.empty();
    Map<String, Source> sources = LinkedHashMap.empty();
    for (MappingText.Entry entry : entries) {
      String field = entry.field().equals("price") ? OrderFields.UNIT_PRICE : entry.field();
      if (!FIELDS.contains(field)) {
        problems =
            problems.append(
                "'" + entry.field() + "' is no field; there are " + FIELDS.mkString(", "));
      } else if (sources.containsKey(field)) {
        problems = problems.append(field + " is mapped twice");
      }
      sources = sources.put(field, entry.source());
    }
    List<String> missing = NEEDED.removeAll(sources.keySet());
    if (missing.nonEmpty()) {
      problems =
          problems.append(
              missing.mkString(", ")
                  + (missing.size() == 1 ? " is" : " are")
                  + " not mapped; name a column (field=Column) or a constant (field:=value)");
    }
    return problems.isEmpty()
        ? Either.right(new ColumnMapping(sources))
        : Either.left("the column mapping is wrong: " + problems.mkString("; "));
  }

  public boolean maps(String field) {
    return sources.containsKey(field);
  }

  /** The mapping bound to a table, or the sentence that names the columns there are. */
  Either<String, BoundMapping> bind(Seq<String> columns) {
    List<String> absent =
        sources
            .values()
            .flatMap(source -> source instanceof Source.Column c ? List.of(c.name()) : List.empty())
            .filter(name -> !columns.contains(name))
            .distinct()
            .toList();
    return absent.isEmpty()
        ? Either.right(new BoundMapping(this, columns))
        : Either.left(
            "there is no column "
                + absent.map(name -> "'" + name + "'").mkString(", ")
                + "; the columns are "
                + columns.map(name -> "'" + name + "'").mkString(", "));
  }
}
