package io.orderlake.bootstrap.cli.produce;

import io.orderlake.application.feed.ColumnMapping;
import io.orderlake.application.feed.InlineMapping;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.TimeStyle;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The options on how rows become events where no source says so. */
@Command
final class RowOptions {
  @CommandLine.Option(
      names = "--map",
      paramLabel = "MAPPING",
      description =
          "Which column a field is taken from: 'product=Product,price=Price Each,city:=Online';"
              + " := gives a constant. A field left out is taken from the column of its name.")
  private @Nullable String map;

  @CommandLine.Option(
      names = "--id",
      paramLabel = "COLUMNS",
      description =
          "The columns whose texts make a row's event id, with - between: 'Order ID,Line' (default: an"
              + " id by the row's content).")
  private @Nullable String id;

  @CommandLine.Option(
      names = "--time-format",
      paramLabel = "PATTERN",
      description =
          "How the rows write the event time, e.g. 'd.M.yyyy H:mm' or 'M/d/yy h:mm a' (default: ISO"
              + " 8601).")
  private @Nullable String timeFormat;

  @CommandLine.Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "The zone of times in rows that name none, e.g. Europe/Berlin (default: UTC).")
  private @Nullable String timeZone;

  @CommandLine.Option(
      names = "--decimal",
      paramLabel = "SIGN",
      description = "The decimal sign of numbers in rows, . or , (default: found out).")
  private @Nullable String decimal;

  @CommandLine.Option(
      names = "--id-prefix",
      paramLabel = "TEXT",
      description =
          "Rows without an event id get this and their number (default: an id by their content).")
  private @Nullable String idPrefix;

  /** Those that were given. */
  List<String> given() {
    return List.of(
            option("--map", map),
            option("--id", id),
            option("--time-format", timeFormat),
            option("--time-zone", timeZone),
            option("--decimal", decimal),
            option("--id-prefix", idPrefix))
        .flatMap(name -> name);
  }

  private static Option<String> option(String name, @Nullable Object value) {
    return Option.when(value != null, name);
  }

  /**
   * What is said, or everything that is wrong with it.
   *
   * @param isOfEvents it is said that the feed is no table
   */
  Either<List<String>, InlineMapping> inline(boolean isOfEvents) {
    Either<String, ColumnMapping> mapping = mapping(isOfEvents);
    Either<List<String>, TimeStyle> times =
        TimeStyle.of(Option.of(timeFormat), Option.of(timeZone));
    Either<String, Option<DecimalSign>> sign = sign();
    List<String> problems =
        List.of(mapping, sign)
            .flatMap(read -> read.swap().toOption())
            .appendAll(times.swap().getOrElse(List.empty()))
            .appendAll(
                Option.when(
                    id != null && idPrefix != null,
                    "--id and --id-prefix both say what event ids are; keep one of them"));
    return problems.isEmpty()
        ? Either.right(
            new InlineMapping(mapping.get(), sign.get(), times.get(), Option.of(idPrefix)))
        : Either.left(problems);
  }

  private Either<String, ColumnMapping> mapping(boolean isOfEvents) {
    List<String> given =
        List.of(option("--map", map), option("--id", id)).flatMap(option -> option);
    if (given.nonEmpty() && isOfEvents) {
      return Either.left(
          given.mkString(", ") + (given.size() == 1 ? " is" : " are") + " for --format csv");
    }
    Either<String, ColumnMapping> mapping =
        map == null ? Either.right(ColumnMapping.NONE) : ColumnMapping.parse(map);
    return id == null
        ? mapping
        : ColumnMapping.names(id)
            .mapLeft(problem -> "--id: " + problem)
            .flatMap(columns -> mapping.map(known -> known.withId(columns)));
  }

  private Either<String, Option<DecimalSign>> sign() {
    if (decimal == null) {
      return Either.right(Option.none());
    }
    return switch (decimal) {
      case ".", "point" -> Either.right(Option.some(DecimalSign.POINT));
      case ",", "comma" -> Either.right(Option.some(DecimalSign.COMMA));
      default -> Either.left("--decimal is . or , (point or comma), not '" + decimal + "'");
    };
  }
}
