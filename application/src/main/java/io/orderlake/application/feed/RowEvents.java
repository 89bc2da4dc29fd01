package io.orderlake.application.feed;

import io.orderlake.application.delivery.EventJson;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.RowOccurrences;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.source.LineIdentity;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as order events, of version 2 unless they have a field that came later: so a
 * row is published as it always was. A row without an event id of its own gets one by its content,
 * or by a prefix and its number if there is one; a row without an order id is an order of its own,
 * named like its event.
 */
final class RowEvents implements FeedEvents {
  private static final int FIRST_VERSION = 2;

  private final TableRows rows;
  private final BoundMapping mapping;
  private final RowStyle style;
  private final FeedSettings settings;
  private final String formerPrefix;
  private final boolean hasFormer;
  private final RowOccurrences occurrences = new RowOccurrences();

  /**
   * Events of those rows.
   *
   * @param feed its name, after which rows were called before they were by their content
   */
  RowEvents(
      TableRows rows,
      BoundMapping mapping,
      NumberStyle numbers,
      FeedSettings settings,
      String feed) {
    this.rows = rows;
    this.mapping = mapping;
    this.style = RowStyle.of(numbers, settings.inline().times());
    this.settings = settings;
    this.formerPrefix = feed + "-";
    this.hasFormer = OptionalField.ALL.stream().noneMatch(field -> mapping.maps(field.field()));
  }

  @Override
  public Either<String, Option<FeedEvent>> next() {
    if (occurrences.isFull()) {
      return Either.left(tooMany());
    }
    return rows.next().map(row -> row.map(this::event));
  }

  /** Why no further content can be told apart. */
  static String tooMany() {
    return "it has more than "
        + RowOccurrences.MOST
        + " rows without an id of their own; map event_id, or split the feed";
  }

  private FeedEvent event(FeedRow row) {
    Map<String, FieldValue> fields = mapping.fields(row, style, settings.currency());
    if (mapping.maps(OrderFields.EVENT_ID)) {
      return named(row, fields, text(fields, OrderFields.EVENT_ID), null);
    }
    Option<String> prefix = settings.inline().idPrefix();
    if (prefix.isDefined()) {
      return named(row, fields, prefix.get() + row.number(), null);
    }
    ContentHash content = LineIdentity.content(fields);
    String former = formerPrefix + row.number();
    return named(
        row,
        fields,
        LineIdentity.eventId(content, occurrences.next(content)),
        hasFormer ? new FeedEvent.Former(former, bytes(fields, former)) : null);
  }

  private FeedEvent named(
      FeedRow row,
      Map<String, FieldValue> fields,
      @Nullable String id,
      FeedEvent.@Nullable Former former) {
    String order = text(fields, OrderFields.ORDER_ID);
    boolean own = order == null && !mapping.maps(OrderFields.ORDER_ID);
    return new FeedEvent(row.line(), id, own ? id : order, bytes(fields, id), former, null);
  }

  private byte[] bytes(Map<String, FieldValue> fields, @Nullable String id) {
    Map<String, FieldValue> event = new LinkedHashMap<>();
    event.put(OrderFields.SCHEMA_VERSION, new FieldValue.Number(version(fields)));
    if (id != null) {
      event.put(OrderFields.EVENT_ID, new FieldValue.Text(id));
      if (!mapping.maps(OrderFields.ORDER_ID)) {
        event.put(OrderFields.ORDER_ID, new FieldValue.Text(id));
      }
    }
    event.putAll(fields);
    return EventJson.bytes(event);
  }

  /** The first version that has every field of the event. */
  private static String version(Map<String, FieldValue> fields) {
    int version = FIRST_VERSION;
    for (OptionalField field : OptionalField.ALL) {
      if (fields.containsKey(field.field())) {
        version = Math.max(version, field.since().version());
      }
    }
    return Integer.toString(version);
  }

  private static @Nullable String text(Map<String, FieldValue> fields, String field) {
    return fields.get(field) instanceof FieldValue.Text text ? text.value() : null;
  }

  @Override
  public FeedCounts counts() {
    return rows.counts();
  }

  @Override
  public void close() {
    rows.close();
  }
}
