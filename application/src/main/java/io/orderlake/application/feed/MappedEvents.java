package io.orderlake.application.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.application.delivery.EventJson;
import io.orderlake.domain.feed.RowOccurrences;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.source.Mapping;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as the events that a source's mapping makes of them, one for each line. What cannot be
 * converted is written with what was expected, as an object, which no field of the contract is: so
 * it is quarantined and named, and never taken for what the contract would read in it. A record
 * that has no lines is published as it was found.
 */
final class MappedEvents implements FeedEvents {
  private final RecordTrees trees;
  private final Mapping mapping;
  private final String currency;
  private final RowOccurrences occurrences = new RowOccurrences();
  private final Deque<FeedEvent> waiting = new ArrayDeque<>();
  private long further;

  /**
   * Events of those records.
   *
   * @param currency of lines for which none is mapped
   */
  MappedEvents(RecordTrees trees, Mapping mapping, String currency) {
    this.trees = trees;
    this.mapping = mapping;
    this.currency = currency;
  }

  @Override
  public Either<String, Option<FeedEvent>> next() {
    FeedEvent next = waiting.poll();
    if (next != null) {
      further++;
      return Either.right(Option.some(next));
    }
    return occurrences.isFull()
        ? Either.left(RowEvents.tooMany())
        : trees.next().map(tree -> tree.map(this::first));
  }

  /** The first event of the record; the others wait. */
  private FeedEvent first(RecordTrees.Tree tree) {
    Either<String, List<RecordedOrder>> lines =
        tree.root().flatMap(root -> mapping.counted(root, currency, occurrences::next));
    if (lines.isLeft()) {
      return FeedEvent.unmapped(tree.line(), bytes(tree), lines.getLeft());
    }
    lines.get().stream().skip(1).forEach(line -> waiting.add(event(tree.line(), line)));
    return event(tree.line(), lines.get().get(0));
  }

  private static byte[] bytes(RecordTrees.Tree tree) {
    byte[] bytes = tree.bytes();
    return bytes == null ? tree.root().get().value().json().getBytes(UTF_8) : bytes;
  }

  private static FeedEvent event(long number, RecordedOrder line) {
    Map<String, FieldValue> event = new LinkedHashMap<>();
    line.fields()
        .forEach(
            (field, value) -> {
              if (!(value instanceof FieldValue.Null)) {
                event.put(field, value instanceof FieldValue.Misfit misfit ? told(misfit) : value);
              }
            });
    return new FeedEvent(
        number,
        text(event, OrderFields.EVENT_ID),
        text(event, OrderFields.ORDER_ID),
        EventJson.bytes(event));
  }

  private static FieldValue told(FieldValue.Misfit misfit) {
    Map<String, FieldValue> told = new LinkedHashMap<>();
    told.put("found", misfit.recorded());
    told.put("expected", new FieldValue.Text(misfit.expected()));
    return new FieldValue.Nested(EventJson.text(told));
  }

  private static @Nullable String text(Map<String, FieldValue> event, String field) {
    return event.get(field) instanceof FieldValue.Text text ? text.value() : null;
  }

  @Override
  public FeedCounts counts() {
    return trees.counts().with(further);
  }

  @Override
  public void close() {
    trees.close();
  }
}
