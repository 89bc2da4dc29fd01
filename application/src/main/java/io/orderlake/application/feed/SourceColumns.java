package io.orderlake.application.feed;

import io.orderlake.domain.source.FieldMapping;
import io.orderlake.domain.source.Pointer;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.ValueOrigin;
import io.orderlake.domain.text.NearMiss;
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
    ValueOrigin from = field.from();
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
  Either<String, List<String>> check(Seq<String> columns) {
    if (source.mapping().takesApart()) {
      return Either.left(
          "the source "
              + source.name()
              + " takes records apart (lines), and a row of a table is one line; name a source"
              + " without lines");
    }
    List<String> problems =
        fields
            .flatMap(SourceColumns::deep)
            .appendAll(
                fields
                    .filter(field -> field.otherwise() == null)
                    .flatMap(field -> absent(field, columns))
                    .distinct()
                    .map(name -> noColumn(name, columns)))
            .appendAll(
                names()
                    .filter(name -> columns.count(name::equals) > 1)
                    .map(
                        name ->
                            "there are "
                                + columns.count(name::equals)
                                + " columns '"
                                + name
                                + "'; rename the one that is not meant"));
    return problems.isEmpty()
        ? Either.right(
            fields
                .filter(field -> field.otherwise() != null)
                .flatMap(field -> absent(field, columns).map(name -> defaulted(field, name))))
        : Either.left(
            "by the source "
                + source.name()
                + ": "
                + problems.mkString("; ")
                + "; the columns are "
                + columns.map(name -> "'" + name + "'").mkString(", "));
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

  private static List<String> absent(FieldMapping field, Seq<String> columns) {
    return columns(field).filter(name -> !columns.contains(name));
  }

  private static String noColumn(String name, Seq<String> columns) {
    return "there is no column '"
        + name
        + "'"
        + NearMiss.of(name, columns).map(near -> " ('" + near + "'?)").getOrElse("");
  }

  private static String defaulted(FieldMapping field, String name) {
    return "there is no column '"
        + name
        + "': "
        + field.field().name()
        + " is "
        + field.otherwise()
        + " in every row";
  }
}
