package io.orderlake.application.feed;

import io.orderlake.application.feed.ColumnMapping.Source;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Binds a mapping to the columns that a table has. */
final class ColumnBinding {
  /** Fields without which no event of the feed could be refined, and which have no default. */
  private static final List<String> NEEDED =
      List.of(
          OrderFields.PRODUCT,
          OrderFields.QUANTITY,
          OrderFields.UNIT_PRICE,
          OrderFields.CITY,
          OrderFields.EVENT_TIME);

  /**
   * Fields that a column is taken for by its name. The optional ones are not: they came later, and
   * the rows of a feed that was published before would become others.
   */
  private static final List<String> GUESSED =
      ColumnMapping.FIELDS.removeAll(List.ofAll(OptionalField.ALL).map(OptionalField::field));

  private final ColumnMapping mapping;
  private final TableColumns columns;

  private ColumnBinding(ColumnMapping mapping, Seq<String> columns) {
    this.mapping = mapping;
    this.columns = new TableColumns(columns);
  }

  /**
   * The mapping on those columns; a field that it leaves out is taken from the one column that is
   * named like it.
   *
   * @return the bound mapping, or every problem in one sentence with the columns there are
   */
  static Either<WrongMapping, BoundMapping> bind(ColumnMapping mapping, Seq<String> columns) {
    return new ColumnBinding(mapping, columns).bind();
  }

  /** What is wrong with a mapping whose table cannot even be opened. */
  static Option<String> problemsWithoutColumns(ColumnMapping mapping) {
    List<String> problems =
        mapping.problems().appendAll(unmapped(NEEDED.removeAll(mapping.sources().keySet())));
    return Option.when(
        !mapping.equals(ColumnMapping.NONE) && problems.nonEmpty(), () -> problems.mkString("; "));
  }

  private Either<WrongMapping, BoundMapping> bind() {
    Map<String, Source> guessed = guesses();
    List<String> absent = mapping.columns().reject(columns::has).toList();
    List<String> missing = NEEDED.removeAll(mapping.sources().keySet()).removeAll(guessed.keySet());
    List<String> problems =
        mapping
            .problems()
            .appendAll(absent.map(columns::absent))
            .appendAll(columns.twins(mapping.columns()))
            .appendAll(unmapped(missing))
            .appendAll(contested(missing));
    return problems.isEmpty()
        ? Either.right(new BoundMapping(inOrder(guessed), columns.names(), notes(guessed)))
        : Either.left(
            new WrongMapping(
                problems.mkString("; ") + "; " + columns,
                mapping.problems().nonEmpty() || missing.nonEmpty()));
  }

  /**
   * What is wrong.
   *
   * @param sentence every problem
   * @param ofCommand it cannot be right for any columns, or leaves out what no column is named like
   */
  record WrongMapping(String sentence, boolean ofCommand) {}

  private Map<String, Source> guesses() {
    Map<String, Source> guesses = LinkedHashMap.empty();
    for (String field : GUESSED) {
      List<String> named = namedLike(field);
      if (!mapping.maps(field) && named.size() == 1) {
        guesses = guesses.put(field, new Source.Column(named.head()));
      }
    }
    return guesses;
  }

  private List<String> namedLike(String field) {
    return columns
        .names()
        .filter(column -> !column.isEmpty() && NearMiss.plain(column).equals(NearMiss.plain(field)))
        .toList();
  }

  private List<String> contested(List<String> missing) {
    return missing
        .filter(field -> namedLike(field).size() > 1)
        .map(
            field ->
                namedLike(field).size()
                    + " columns are named like "
                    + field
                    + "; map the one that is meant, and rename one where both have the same name");
  }

  private List<String> notes(Map<String, Source> guessed) {
    return Option.when(
            guessed.nonEmpty(),
            () ->
                "columns taken by their names: "
                    + guessed
                        .map(
                            entry -> entry._1 + " from '" + ((Source.Column) entry._2).name() + "'")
                        .mkString(", "))
        .toList()
        .appendAll(ColumnMapping.FIELDS.removeAll(GUESSED).flatMap(this::leftOut));
  }

  private Option<String> leftOut(String field) {
    return namedLike(field)
        .headOption()
        .filter(column -> !mapping.maps(field))
        .map(
            column ->
                "the column '%s' is not taken; if it is the %s, map it: %s=%s"
                    .formatted(column, field, field, column));
  }

  private Map<String, Source> inOrder(Map<String, Source> guessed) {
    return mapping.sources().merge(guessed);
  }

  private static List<String> unmapped(List<String> missing) {
    return missing.isEmpty()
        ? List.empty()
        : List.of(
            missing.mkString(", ")
                + (missing.size() == 1 ? " is" : " are")
                + " not mapped; with --map name a column (field=Column) or a constant"
                + " (field:=value)");
  }
}
