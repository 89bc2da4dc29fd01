package io.orderlake.bootstrap.cli.query;

import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.Grain;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each column that a Gold table can be cut by, whatever tables there are. */
public final class CellOptions {
  private final CommandSpec command;

  /** The options of a command that has been parsed. */
  CellOptions(CommandSpec command) {
    this.command = command;
  }

  /** Gives the command an option for each text column. */
  public static void addTextsTo(CommandSpec command, String meaning) {
    for (Dimension dimension : Dimension.values()) {
      command.addOption(option(dimension.column(), meaning.formatted(dimension.column())));
    }
  }

  /** Gives the command an option for each text column and for each kind of time. */
  public static void addTo(CommandSpec command) {
    addTextsTo(command, "The %s of a cell.");
    for (Grain grain : Grain.values()) {
      TimeColumn time = grain.time();
      command.addOption(
          option(time.name(), "The " + time.name() + " of a cell, e.g. " + example(time) + "."));
    }
  }

  private static String example(TimeColumn time) {
    return time.kind() == TimeColumn.Kind.DATE ? "2026-11-01" : "2026-11-22T10:00:00Z";
  }

  private static OptionSpec option(String column, String meaning) {
    return OptionSpec.builder(name(column))
        .paramLabel(column.toUpperCase(Locale.ROOT))
        .type(String.class)
        .description(meaning)
        .build();
  }

  static String name(String column) {
    return "--" + column.replace('_', '-');
  }

  /** The texts that are given, by column. */
  Map<String, String> texts() {
    return given(List.of(Dimension.values()).map(Dimension::column));
  }

  private Map<String, String> given(Seq<String> columns) {
    return TreeMap.ofEntries(columns.flatMap(c -> value(c).map(text -> Map.entry(c, text))));
  }

  /** The columns for which there is an option on the command line. */
  Seq<String> given() {
    return given(
            List.of(Dimension.values())
                .map(Dimension::column)
                .appendAll(List.of(Grain.values()).map(grain -> grain.time().name())))
        .keySet()
        .toVector();
  }

  /**
   * What names a cell of that table, which must be one; or the sentence that says which option is
   * missing or too many.
   */
  Either<String, CellName> of(GoldProjection table) {
    List<String> columns = List.ofAll(table.textColumns()).append(table.time().name());
    String currency = Dimension.CURRENCY.column();
    List<String> needed = columns.remove(currency).map(CellOptions::name);
    String names =
        "%s%s (and %s, %s unless said)"
            .formatted(
                needed.init().map(option -> option + ", ").mkString().replaceFirst(", $", " and "),
                needed.last(),
                name(currency),
                table.lake().currency());
    Seq<String> strange = given().removeAll(columns);
    if (strange.nonEmpty()) {
      return Either.left(
          "%s has no column %s; its cells are named by %s"
              .formatted(table.table(), strange.mkString(" and no column "), names));
    }
    List<String> values = columns.flatMap(column -> value(column).orElse(meant(column, table)));
    return values.size() == columns.size()
        ? Either.right(new CellName(values.init(), values.last()))
        : Either.left(
            "a cell of %s is named by %s, e.g. %s %s"
                .formatted(table.table(), names, name(columns.last()), example(table.time())));
  }

  /** Where no currency is given, the lake's own. */
  private static Option<String> meant(String column, GoldProjection table) {
    return Option.when(column.equals(Dimension.CURRENCY.column()), () -> table.lake().currency());
  }

  private Option<String> value(String column) {
    return Option.of(command.findOption(name(column))).flatMap(o -> Option.of(o.getValue()));
  }

  /**
   * What names a cell.
   *
   * @param texts the values of the text columns
   * @param time the value of the time column
   */
  record CellName(List<String> texts, String time) {}
}
