package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.delivery.DeliveryTally;
import io.orderlake.application.delivery.EventJson;
import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderEventLog;
import io.orderlake.domain.order.OrderFields;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Use case: publishes a real feed. */
public final class PublishFeed {
  private static final int BETWEEN_REPORTS = 1_000;

  private final OrderEventLog log;
  private final OrderEventDecoder decoder;
  private final Consumer<DeliveryCounts> progress;

  /**
   * Makes the use case.
   *
   * @param progress told every {@value #BETWEEN_REPORTS} records and at the end
   */
  public PublishFeed(
      OrderEventLog log, OrderEventDecoder decoder, Consumer<DeliveryCounts> progress) {
    this.log = log;
    this.decoder = decoder;
    this.progress = progress;
  }

  /**
   * Publishes each line exactly as it is, under its order id as key where it has one. Blank lines
   * are skipped and counted.
   */
  public Either<FeedFailure, FeedReport> lines(FeedSource source) {
    Publication publication = new Publication(source.name());
    Either<String, FeedLines> opened = source.lines();
    if (opened.isLeft()) {
      return publication.unreadable(opened.getLeft());
    }
    try (FeedLines lines = opened.get()) {
      while (true) {
        Either<String, Option<FeedLine>> next = lines.next();
        if (next.isLeft()) {
          return publication.unreadable(next.getLeft());
        }
        FeedLine line = next.get().getOrNull();
        if (line == null) {
          return publication.finish();
        }
        if (line.isBlank()) {
          publication.skip();
        } else {
          publication.publish(key(line.bytes()), line.bytes());
        }
      }
    }
  }

  private @Nullable String key(byte[] value) {
    return decoder
        .decode(value)
        .fold(problem -> null, order -> text(order.get(OrderFields.ORDER_ID)));
  }

  private static @Nullable String text(@Nullable FieldValue value) {
    return value instanceof FieldValue.Text text ? text.value() : null;
  }

  /**
   * Publishes each row of a table as an event of version 2.
   *
   * @param idPrefix an event's id is this and its row's number, unless the mapping has an id; the
   *     same feed published twice must have the same prefix, another feed another
   * @param currency of the prices, unless the mapping has one
   */
  public Either<FeedFailure, FeedReport> rows(
      FeedSource source, ColumnMapping mapping, String idPrefix, String currency) {
    Publication publication = new Publication(source.name());
    Either<String, FeedTable> opened = source.table();
    if (opened.isLeft()) {
      return publication.unreadable(opened.getLeft());
    }
    try (FeedTable table = opened.get()) {
      Either<String, BoundMapping> bound = mapping.bind(table.columns());
      if (bound.isLeft()) {
        return publication.unreadable(bound.getLeft());
      }
      while (true) {
        Either<String, Option<FeedRow>> next = table.next();
        if (next.isLeft()) {
          return publication.unreadable(next.getLeft());
        }
        FeedRow row = next.get().getOrNull();
        if (row == null) {
          return publication.finish();
        }
        Map<String, FieldValue> event = bound.get().event(row, idPrefix + row.number(), currency);
        publication.publish(text(event.get(OrderFields.ORDER_ID)), EventJson.bytes(event));
      }
    }
  }

  /** One feed on its way. */
  private final class Publication {
    private final String feed;
    private final DeliveryTally tally = new DeliveryTally();
    private long read;
    private long blank;

    Publication(String feed) {
      this.feed = feed;
    }

    void skip() {
      read++;
      blank++;
    }

    void publish(@Nullable String key, byte[] value) {
      read++;
      tally.sending();
      log.publish(key, value, tally::count);
      if (read % BETWEEN_REPORTS == 0) {
        progress.accept(tally.counts());
      }
    }

    Either<FeedFailure, FeedReport> unreadable(String problem) {
      log.flush();
      return Either.left(new FeedFailure.Unreadable(feed, problem, tally.counts()));
    }

    Either<FeedFailure, FeedReport> finish() {
      log.flush();
      progress.accept(tally.counts());
      return tally
          .outcome()
          .map(counts -> new FeedReport(read, blank, counts))
          .mapLeft(undelivered -> new FeedFailure.NotDelivered(feed, undelivered));
    }
  }
}
