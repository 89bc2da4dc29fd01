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
  private final FilledLines lines;
  private final OrderEventDecoder decoder;

  LineEvents(FeedLines lines, OrderEventDecoder decoder) {
    this.lines = new FilledLines(lines);
    this.decoder = decoder;
  }

  @Override
  public Either<String, Option<FeedEvent>> next() {
    return lines.next().map(line -> line.map(this::event));
  }

  private FeedEvent event(FeedLine line) {
    RecordedOrder order = decoder.decode(line.bytes()).getOrNull();
    return new FeedEvent(
        line.number(),
        text(order, OrderFields.EVENT_ID),
        text(order, OrderFields.ORDER_ID),
        line.bytes());
  }

  private static @Nullable String text(@Nullable RecordedOrder order, String field) {
    return order != null && order.get(field) instanceof FieldValue.Text text ? text.value() : null;
  }

  @Override
  public FeedCounts counts() {
    return lines.counts();
  }

  @Override
  public void close() {
    lines.close();
  }
}
