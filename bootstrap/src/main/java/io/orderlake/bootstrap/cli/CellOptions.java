package io.orderlake.bootstrap.cli;

import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.GoldProjections;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.ZoneOffset;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each column that a cell of a Gold table is named by, whatever tables there are. */
final class CellOptions {
  /** Their columns are the same in every zone. */
  private static final Seq<GoldProjection> TABLES = GoldProjections.in(ZoneOffset.UTC);

  private final CommandSpec command;

  /** The options of a command that has been parsed. */
  CellOptions(CommandSpec command) {
    this.command = command;
  }

  /** Gives the command the options. */
  static void addTo(CommandSpec command) {
    explained().forEach((column, meaning) -> command.addOption(option(column, meaning)));
  }

  /** By column, what it says. */
  private static Map<String, String> explained() {
    Map<String, String> columns = LinkedHashMap.empty();
    for (GoldProjection table : TABLES) {
      String of = " of a cell of " + table.table();
      columns =
          columns
              .put(table.textColumn(), "The " + table.textColumn() + of + ".")
              .put(table.time().name(), "The " + table.time().name() + of + example(table) + ".");
    }
    return columns;
  }

  private static String example(GoldProjection table) {
    return ", e.g. " + exampleTime(table);
  }

  private static String exampleTime(GoldProjection table) {
    return table.time().kind() == TimeColumn.Kind.DATE ? "2026-11-22" : "2026-11-22T10:00:00Z";
  }

  private static OptionSpec option(String column, String meaning) {
    return OptionSpec.builder("--" + column)
        .paramLabel(column.toUpperCase(Locale.ROOT))
        .type(String.class)
        .description(meaning)
        .build();
  }

  /**
   * What names a cell of that table, which must be one; or the sentence that says which option is
   * missing or too many.
   */
  Either<String, CellName> of(String table) {
    return of(TABLES.find(known -> known.table().equals(table)).get());
  }

  private Either<String, CellName> of(GoldProjection table) {
    Vector<String> columns = Vector.of(table.textColumn(), table.time().name());
    Seq<String> strange = given().removeAll(columns);
    if (strange.nonEmpty()) {
      return Either.left(
          "%s has no column %s; its cells are named by --%s and --%s"
              .formatted(
                  table.table(),
                  strange.mkString(" and no column "),
                  columns.get(0),
                  columns.get(1)));
    }
    Option<String> text = value(table.textColumn());
    Option<String> time = value(table.time().name());
    return text.isDefined() && time.isDefined()
        ? Either.right(new CellName(text.get(), time.get()))
        : Either.left(
            "a cell of %s is named by --%s and --%s, e.g. --%s %s"
                .formatted(
                    table.table(),
                    columns.get(0),
                    columns.get(1),
                    columns.get(1),
                    exampleTime(table)));
  }

  /** The columns for which there is an option on the command line. */
  Seq<String> given() {
    return explained().keySet().toVector().filter(column -> value(column).isDefined());
  }

  private Option<String> value(String column) {
    return Option.of(command.findOption("--" + column).getValue());
  }

  static boolean isTable(String name) {
    return TABLES.exists(table -> table.table().equals(name));
  }

  /** The names of the tables. */
  static String tables() {
    return TABLES.map(GoldProjection::table).mkString(", ");
  }

  /**
   * What names a cell.
   *
   * @param text the value of the text column
   * @param time the value of the time column
   */
  record CellName(String text, String time) {}
}
