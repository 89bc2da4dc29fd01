package io.orderlake.bootstrap.cli.produce;

import io.orderlake.adapters.filesystem.feed.StreamFeedSource;
import io.orderlake.application.feed.FeedSettings;
import io.orderlake.application.feed.InlineMapping;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.source.Source;
import io.orderlake.domain.source.Sources;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The options of publishing a real feed. */
@Command
final class FeedOptions {
  enum Format {
    JSONL(FeedForm.EVENTS),
    CSV(FeedForm.TABLE);

    private final FeedForm form;

    Format(FeedForm form) {
      this.form = form;
    }
  }

  private static final String STANDARD_INPUT = "-";

  @CommandLine.Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Publish a real feed from FILE, or from standard input (-), instead.")
  private @Nullable String from;

  @CommandLine.Option(
      names = "--check",
      description =
          "Look at the whole feed and say how many events would pass the rules, and why the others"
              + " would not; publish nothing. Needs no broker.")
  private boolean check;

  @CommandLine.Option(
      names = "--force",
      description =
          "Publish a feed of which few events would pass, and publish again what is published"
              + " already.")
  private boolean force;

  @CommandLine.Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "jsonl: JSON, one event or record a line or in an array; csv: rows of a table (default: what the"
              + " content is).")
  private @Nullable Format format;

  @CommandLine.Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "Make the events by the mapping of that source of the configuration (sources.NAME), of rows"
              + " as of JSON records.")
  private @Nullable String source;

  @Mixin private RowOptions rows = new RowOptions();

  @Mixin private TableOptions table = new TableOptions();

  @CommandLine.Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The feed's encoding, e.g. windows-1252 (default: UTF-8 or UTF-16, found out).")
  private @Nullable String encoding;

  boolean isFeed() {
    return from != null;
  }

  boolean isCheck() {
    return check;
  }

  boolean isForced() {
    return force;
  }

  /**
   * A feed that is understood.
   *
   * @param source where it is read
   * @param settings what was said about it
   */
  record Feed(FeedSource source, FeedSettings settings) {}

  /** What the options mean without {@code --from}: nothing, so that it is said. */
  Option<String> misplaced() {
    List<String> given =
        List.of(
                option("--check", check ? "" : null),
                option("--force", force ? "" : null),
                option("--format", format),
                option("--source", source))
            .flatMap(name -> name)
            .appendAll(rows.given())
            .appendAll(table.given())
            .appendAll(option("--encoding", encoding));
    return Option.when(
        from == null && given.nonEmpty(),
        () ->
            given.mkString(", ")
                + (given.size() == 1 ? " is" : " are")
                + " for a real feed; name it with --from FILE");
  }

  private static Option<String> option(String name, @Nullable Object value) {
    return Option.when(value != null, name);
  }

  /**
   * The feed, or everything that is wrong with the options.
   *
   * @param sources that the configuration has
   * @param currency of prices whose currency is not mapped
   */
  Either<String, Feed> feed(Shell shell, Sources sources, String currency) {
    Either<String, Option<Charset>> charset = charset();
    Either<List<String>, Option<Source>> mapped = mapped(sources);
    Either<List<String>, InlineMapping> inline = rows.inline(format == Format.JSONL);
    Either<List<String>, TableLayout> layout = table.layout();
    List<String> problems =
        charset
            .swap()
            .toList()
            .appendAll(
                List.of(mapped, inline, layout)
                    .flatMap(read -> read.swap().getOrElse(List.empty())));
    if (problems.nonEmpty()) {
      return Either.left(problems.mkString("; "));
    }
    return Either.right(
        new Feed(
            source(shell, charset.get()),
            new FeedSettings(
                Option.of(format).map(named -> named.form),
                layout.get(),
                inline.get(),
                mapped.get(),
                currency)));
  }

  /** The source whose mapping is meant. */
  private Either<List<String>, Option<Source>> mapped(Sources sources) {
    if (source == null) {
      return Either.right(Option.none());
    }
    List<Source> all = List.ofAll(sources.all());
    Option<Source> named = all.find(known -> known.name().equals(source));
    List<String> said = rows.given();
    List<String> problems =
        said.isEmpty()
            ? List.empty()
            : List.of(
                said.mkString(", ")
                    + (said.size() == 1 ? " says" : " say")
                    + " what the mapping of a source says; leave out either");
    return named.isDefined() && problems.isEmpty()
        ? Either.right(named)
        : Either.left(
            problems.appendAll(Option.when(named.isEmpty(), () -> unknown(all.map(Source::name)))));
  }

  private String unknown(List<String> names) {
    return "there is no source '"
        + source
        + "'"
        + NearMiss.of(String.valueOf(source), names)
            .map(near -> "; did you mean " + near + "?")
            .getOrElse(
                names.isEmpty()
                    ? "; the configuration has none (sources.NAME)"
                    : "; there are " + names.mkString(", "));
  }

  private FeedSource source(Shell shell, Option<Charset> charset) {
    String file = from == null ? "" : from;
    return file.equals(STANDARD_INPUT)
        ? StreamFeedSource.stream("standard input", shell.in(), charset)
        : StreamFeedSource.file(shell.resolve(Path.of(file)), charset);
  }

  private Either<String, Option<Charset>> charset() {
    try {
      return Either.right(Option.of(encoding).map(Charset::forName));
    } catch (IllegalArgumentException e) {
      return Either.left(
          "there is no encoding '" + encoding + "'; one is e.g. UTF-8, UTF-16LE, windows-1252");
    }
  }
}
