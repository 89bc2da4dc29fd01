package io.orderlake.bootstrap.cli;

import io.orderlake.adapters.filesystem.feed.StreamFeedSource;
import io.orderlake.application.feed.ColumnMapping;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.order.OrderFields;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The options of publishing a real feed. */
@Command
final class FeedOptions {
  enum Format {
    JSONL,
    CSV
  }

  private static final String STANDARD_INPUT = "-";

  @CommandLine.Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Publish a real feed from FILE, or from standard input (-), instead.")
  private @Nullable String from;

  @CommandLine.Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "jsonl: each line as it is; csv: rows with a header (default: csv with --map or for a"
              + " file *.csv).")
  private @Nullable Format format;

  @CommandLine.Option(
      names = "--map",
      paramLabel = "MAPPING",
      description =
          "Which column a field is taken from: product=Product,price=\"Price Each\",city:=Online;"
              + " := gives a constant.")
  private @Nullable String map;

  @CommandLine.Option(
      names = "--id-prefix",
      paramLabel = "TEXT",
      description =
          "Rows without an event id get this and their number (default: the file's name). The same"
              + " prefix for the same feed, so that a repeat counts nothing twice.")
  private @Nullable String idPrefix;

  boolean isFeed() {
    return from != null;
  }

  /**
   * A feed that is understood.
   *
   * @param source where it is read
   * @param mapping for rows; none for lines as they are
   * @param idPrefix of the rows' event ids
   */
  record Feed(FeedSource source, Option<ColumnMapping> mapping, String idPrefix) {}

  /** The feed, or what is wrong with the options. */
  Either<String, Feed> feed(Shell shell) {
    String file = from == null ? "" : from;
    FeedSource source =
        file.equals(STANDARD_INPUT)
            ? StreamFeedSource.stream("standard input", shell.in())
            : StreamFeedSource.file(shell.resolve(Path.of(file)));
    if (!isCsv(file)) {
      return map == null
          ? Either.right(new Feed(source, Option.none(), ""))
          : Either.left("--map is for --format csv");
    }
    if (map == null) {
      return Either.left(
          "a CSV feed needs --map, e.g. --map"
              + " 'product=Product,unit_price=\"Price Each\",quantity=Quantity,city=City,"
              + "event_time=Date'");
    }
    return ColumnMapping.parse(map).flatMap(mapping -> rows(source, mapping, file));
  }

  private Either<String, Feed> rows(FeedSource source, ColumnMapping mapping, String file) {
    if (idPrefix != null) {
      return Either.right(new Feed(source, Option.some(mapping), idPrefix));
    }
    if (file.equals(STANDARD_INPUT) && !mapping.maps(OrderFields.EVENT_ID)) {
      return Either.left(
          "rows from standard input need --id-prefix, or event_id in --map, so that publishing"
              + " them again counts nothing twice");
    }
    return Either.right(new Feed(source, Option.some(mapping), source.name() + "-"));
  }

  private boolean isCsv(String file) {
    return format == null
        ? map != null || file.toLowerCase(Locale.ROOT).endsWith(".csv")
        : format == Format.CSV;
  }
}
