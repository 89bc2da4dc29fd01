package io.orderlake.bootstrap.cli.produce;

import io.orderlake.application.feed.ColumnMapping;
import io.orderlake.domain.feed.TableLayout;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The options on how the rows and cells of a table are told apart. */
@Command
final class TableOptions {
  private static final String NONE = "none";

  @CommandLine.Option(
      names = "--delimiter",
      paramLabel = "CHAR",
      description = "What separates the cells of a row, or tab (default: found out).")
  private @Nullable String delimiter;

  @CommandLine.Option(
      names = "--quote",
      paramLabel = "CHAR",
      description =
          "What cells stand in that have a delimiter in them, or none (default: double quotes).")
  private @Nullable String quote;

  @CommandLine.Option(
      names = "--header",
      paramLabel = "none",
      description = "The first row is one like any other; name the columns with --columns.")
  private @Nullable String header;

  @CommandLine.Option(
      names = "--columns",
      paramLabel = "NAMES",
      description = "The columns' names, of a table without a header: 'Order,Item,\"Price, net\"'.")
  private @Nullable String columns;

  @CommandLine.Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "The sheet of an Excel workbook (default: the first one).")
  private @Nullable String sheet;

  /** Those that were given. */
  List<String> given() {
    return List.of(
            Option.when(delimiter != null, "--delimiter"),
            Option.when(quote != null, "--quote"),
            Option.when(header != null, "--header"),
            Option.when(columns != null, "--columns"),
            Option.when(sheet != null, "--sheet"))
        .flatMap(name -> name);
  }

  /** The layout, or everything that is wrong with the options. */
  Either<List<String>, TableLayout> layout() {
    Either<String, Option<Character>> separator = separator();
    Either<String, TableLayout.Quote> sign = sign();
    Either<String, Option<Seq<String>>> names = names();
    List<String> problems = List.of(separator, sign, names).flatMap(read -> read.swap().toOption());
    if (problems.isEmpty() && separator.get().exists(sign.get().sign()::contains)) {
      problems = List.of("--delimiter and --quote are one sign");
    }
    return problems.isEmpty()
        ? Either.right(
            TableLayout.UNKNOWN
                .withDelimiter(separator.get())
                .withQuote(sign.get())
                .withNames(names.get())
                .withSheet(Option.of(sheet)))
        : Either.left(problems);
  }

  private Either<String, Option<Character>> separator() {
    String text = delimiter == null ? "," : delimiter.equalsIgnoreCase("tab") ? "\t" : delimiter;
    text = text.equals("\\t") ? "\t" : text;
    return text.length() == 1 && "\"\r\n".indexOf(text.charAt(0)) < 0
        ? Either.right(Option.when(delimiter != null, text.charAt(0)))
        : Either.left("--delimiter is one character, or tab, not '" + delimiter + "'");
  }

  private Either<String, TableLayout.Quote> sign() {
    if (quote == null) {
      return Either.right(TableLayout.Quote.USUAL);
    }
    if (quote.equalsIgnoreCase(NONE)) {
      return Either.right(TableLayout.Quote.said(Option.none()));
    }
    return quote.length() == 1 && "\r\n\t ".indexOf(quote.charAt(0)) < 0
        ? Either.right(TableLayout.Quote.said(Option.some(quote.charAt(0))))
        : Either.left("--quote is one character, or none, not '" + quote + "'");
  }

  private Either<String, Option<Seq<String>>> names() {
    if (header == null && columns == null) {
      return Either.right(Option.none());
    }
    if (header != null && !header.equalsIgnoreCase(NONE)) {
      return Either.left(
          "--header is none, not '" + header + "'; leave it out for a table that has one");
    }
    if (header == null || columns == null) {
      return Either.left(
          header == null
              ? "--columns names the columns of a table without a header; say --header none, too"
              : "--header none needs the columns' names: --columns NAME,NAME,…");
    }
    return ColumnMapping.names(columns)
        .mapLeft(problem -> "--columns: " + problem)
        .map(names -> Option.<Seq<String>>some(names));
  }
}
