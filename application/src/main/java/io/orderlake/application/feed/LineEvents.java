package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/** Lines as they are, under their order id as key where they have one. */
final class LineEvents implements FeedEvents {
  private final FeedLines lines;
  private final OrderEventDecoder decoder;
  private long read;
  private long blank;

  LineEvents(FeedLines lines, OrderEventDecoder decoder) {
    this.lines = lines;
    this.decoder = decoder;
  }

  @Override
  public Either<String, Option<FeedEvent>> next() {
    while (true) {
      Either<String, Option<FeedLine>> next = lines.next();
      if (next.isLeft()) {
        return Either.left(next.getLeft());
      }
      FeedLine line = next.get().getOrNull();
      if (line == null) {
        return Either.right(Option.none());
      }
      read++;
      if (!line.isBlank()) {
        return Either.right(Option.some(event(line)));
      }
      blank++;
    }
  }

  private FeedEvent event(FeedLine line) {
    RecordedOrder order = decoder.decode(line.bytes()).getOrNull();
    return new FeedEvent(
        line.number(),
        text(order, OrderFields.EVENT_ID),
        text(order, OrderFields.ORDER_ID),
        line.bytes(),
        null);
  }

  private static @Nullable String text(@Nullable RecordedOrder order, String field) {
    return order != null && order.get(field) instanceof FieldValue.Text text ? text.value() : null;
  }

  @Override
  public FeedCounts counts() {
    return new FeedCounts(false, read, blank, 0);
  }

  @Override
  public void close() {
    lines.close();
  }
}
