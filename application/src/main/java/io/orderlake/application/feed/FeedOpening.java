package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TopArray;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.source.Source;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/** Opens feeds as events. */
final class FeedOpening {
  private final OrderEventDecoder decoder;

  FeedOpening(OrderEventDecoder decoder) {
    this.decoder = decoder;
  }

  /** The feed's events, to be closed; or why it cannot be opened. */
  Either<FeedFailure, FeedEvents> events(FeedSource feed, FeedPart part, FeedReading reading) {
    FeedSettings settings = reading.settings();
    if (settings.source().isDefined()) {
      Source source = settings.source().get();
      return trees(feed, part, reading.form(), settings, source)
          .map(trees -> new MappedEvents(trees, source.mapping(), settings.currency()));
    }
    if (reading.form() == FeedForm.EVENTS) {
      return feed.lines(part)
          .<FeedEvents>map(lines -> new LineEvents(lines, decoder))
          .mapLeft(problem -> FeedFailure.unopened(feed, problem));
    }
    return table(
        feed,
        part,
        settings,
        opened ->
            new RowEvents(
                opened.rows(), opened.mapping(), reading.numbers(), settings, feed.name()));
  }

  /**
   * A table whose columns are bound.
   *
   * @param delimiter of its cells, if something separates them
   * @param note what was chosen in opening it
   */
  record Opened(
      TableRows rows, BoundMapping mapping, Option<Character> delimiter, Option<String> note) {}

  /** The feed's table, for whoever closes the rows; or why it cannot be opened or bound. */
  <T> Either<FeedFailure, T> table(
      FeedSource feed, FeedPart part, FeedSettings settings, Function<Opened, T> use) {
    ColumnMapping mapping = settings.inline().columns();
    return feed.table(part, settings.layout().expecting(mapping.columns()))
        .mapLeft(problem -> FeedFailure.unopened(feed, problem))
        .flatMap(table -> bound(feed, mapping, table))
        .map(use);
  }

  private static Either<FeedFailure, Opened> bound(
      FeedSource feed, ColumnMapping mapping, FeedTable table) {
    return ColumnBinding.bind(mapping, table.columns())
        .peekLeft(wrong -> table.close())
        .<FeedFailure>mapLeft(
            wrong -> new FeedFailure.WrongMapping(feed.name(), wrong.sentence(), wrong.ofCommand()))
        .map(mapped -> new Opened(new TableRows(table), mapped, table.delimiter(), table.note()));
  }

  /** The feed's records, to be closed; or why it cannot be opened, or not by that source. */
  Either<FeedFailure, RecordTrees> trees(
      FeedSource feed, FeedPart part, FeedForm form, FeedSettings settings, Source source) {
    if (form == FeedForm.EVENTS && !source.format().isText()) {
      return Either.left(
          FeedFailure.unopened(
              feed,
              "the source "
                  + source.name()
                  + " reads "
                  + source.format().name()
                  + ", and these records are JSON; publish rows of a table by it, or name a source of"
                  + " JSON"));
    }
    if (form == FeedForm.EVENTS) {
      TopArray array = source.mapping().takesArraysApart() ? TopArray.RECORD : TopArray.RECORDS;
      return feed.records(part, array)
          .<RecordTrees>map(lines -> new LineTrees(lines, source.format()))
          .mapLeft(problem -> FeedFailure.unopened(feed, problem));
    }
    SourceColumns columns = new SourceColumns(source);
    return feed.table(part, settings.layout().expecting(columns.names()))
        .mapLeft(problem -> FeedFailure.unopened(feed, problem))
        .flatMap(table -> rows(feed, columns, table));
  }

  private static Either<FeedFailure, RecordTrees> rows(
      FeedSource feed, SourceColumns columns, FeedTable table) {
    return columns
        .check(table.columns())
        .peekLeft(wrong -> table.close())
        .<FeedFailure>mapLeft(wrong -> new FeedFailure.WrongMapping(feed.name(), wrong, false))
        .map(notes -> trees(table, notes));
  }

  private static RecordTrees trees(FeedTable table, List<String> notes) {
    return new RowTrees(
        new TableRows(table), table.columns(), table.note().toList().appendAll(notes));
  }
}
