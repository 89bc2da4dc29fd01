package io.orderlake.application.feed;

import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.ValueOrigin;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Objects;

/** The columns that a source's mapping takes a table's rows by. */
final class SourceColumns {
  private final Source source;
  private final List<FieldMapping> fields;

  SourceColumns(Source source) {
    this.source = source;
    this.fields = List.ofAll(source.mapping().fields());
  }

  /** The columns that it names. */
  Set<String> names() {
    return LinkedHashSet.ofAll(fields.flatMap(SourceColumns::columns));
  }

  private static List<String> columns(FieldMapping field) {
    return pointers(field)
        .filter(pointer -> pointer.tokens().size() == 1)
        .map(pointer -> pointer.tokens().get(0));
  }

  private static List<Pointer> pointers(FieldMapping field) {
    return pointers(field.from());
  }

  private static List<Pointer> pointers(ValueOrigin from) {
    if (from instanceof ValueOrigin.First first) {
      return List.ofAll(first.origins()).flatMap(SourceColumns::pointers);
    }
    return from instanceof ValueOrigin.At at
        ? List.of(at.pointer())
        : from instanceof ValueOrigin.Template template
            ? List.ofAll(template.pieces())
                .map(ValueOrigin.Template.Piece::pointer)
                .filter(Objects::nonNull)
            : List.empty();
  }

  /**
   * Whether the rows under those columns can be taken by it.
   *
   * @return what the reader should know; or every problem in one sentence with the columns there
   *     are
   */
  Either<String, List<String>> check(Seq<String> there) {
    if (source.mapping().takesApart()) {
      return Either.left(
          "the source "
              + source.name()
              + " takes records apart (lines), and a row of a table is one line; name a source"
              + " without lines");
    }
    TableColumns columns = new TableColumns(there);
    List<String> problems =
        fields
            .flatMap(SourceColumns::deep)
            .appendAll(
                fields
                    .filter(field -> field.otherwise() == null)
                    .flatMap(SourceColumns::columns)
                    .reject(columns::has)
                    .distinct()
                    .map(columns::absent))
            .appendAll(columns.twins(names()));
    return problems.isEmpty()
        ? Either.right(fields.flatMap(field -> defaulted(field, columns)))
        : Either.left(
            "by the source " + source.name() + ": " + problems.mkString("; ") + "; " + columns);
  }

  private static Option<String> deep(FieldMapping field) {
    return pointers(field)
        .find(pointer -> pointer.tokens().size() != 1)
        .map(
            pointer ->
                field.field().name()
                    + " is found at "
                    + pointer
                    + ", and a row has cells and nothing in them; name a column");
  }

  private static List<String> defaulted(FieldMapping field, TableColumns there) {
    return field.otherwise() == null
        ? List.empty()
        : columns(field)
            .reject(there::has)
            .map(
                name ->
                    "there is no column '"
                        + name
                        + "': "
                        + field.field().name()
                        + " is "
                        + field.otherwise()
                        + " in every row");
  }
}
