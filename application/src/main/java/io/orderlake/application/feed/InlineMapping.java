package io.orderlake.application.feed;

import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.TimeStyle;
import io.vavr.control.Option;

/**
 * How rows become events, as it is said of one feed.
 *
 * @param columns from columns to fields
 * @param decimal sign of its numbers; none to find out
 * @param times how it writes times
 * @param idPrefix rows without an event id get this and their number, instead of an id by content
 */
public record InlineMapping(
    ColumnMapping columns, Option<DecimalSign> decimal, TimeStyle times, Option<String> idPrefix) {
  /** Nothing is said. */
  public static final InlineMapping NONE =
      new InlineMapping(ColumnMapping.NONE, Option.none(), TimeStyle.ISO, Option.none());
}
