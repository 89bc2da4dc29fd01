package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.order.OrderEventDecoder;
import io.vavr.control.Either;
import java.util.function.Function;

/** Opens feeds as events. */
final class FeedOpening {
  private final OrderEventDecoder decoder;

  FeedOpening(OrderEventDecoder decoder) {
    this.decoder = decoder;
  }

  /** The feed's events, to be closed; or why it cannot be opened. */
  Either<FeedFailure, FeedEvents> events(FeedSource source, FeedPart part, FeedReading reading) {
    if (reading.form() == FeedForm.EVENTS) {
      return source
          .lines(part)
          .<FeedEvents>map(lines -> new LineEvents(lines, decoder))
          .mapLeft(problem -> FeedFailure.unopened(source, problem));
    }
    return table(
        source,
        part,
        reading.settings(),
        opened ->
            new RowEvents(
                opened.rows(),
                opened.mapping(),
                reading.numbers(),
                reading.settings(),
                source.name()));
  }

  /**
   * A table whose columns are bound.
   *
   * @param delimiter of its cells
   */
  record Opened(TableRows rows, BoundMapping mapping, char delimiter) {}

  /** The feed's table, for whoever closes the rows; or why it cannot be opened or bound. */
  <T> Either<FeedFailure, T> table(
      FeedSource source, FeedPart part, FeedSettings settings, Function<Opened, T> use) {
    ColumnMapping mapping = settings.mapping();
    TableLayout layout = new TableLayout(settings.delimiter(), mapping.columns());
    return source
        .table(part, layout)
        .mapLeft(problem -> FeedFailure.unopened(source, problem))
        .flatMap(table -> bound(source, mapping, table))
        .map(use);
  }

  private static Either<FeedFailure, Opened> bound(
      FeedSource source, ColumnMapping mapping, FeedTable table) {
    return ColumnBinding.bind(mapping, table.columns())
        .peekLeft(wrong -> table.close())
        .<FeedFailure>mapLeft(
            wrong ->
                new FeedFailure.WrongMapping(source.name(), wrong.sentence(), wrong.ofCommand()))
        .map(mapped -> new Opened(new TableRows(table), mapped, table.delimiter()));
  }
}
