package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.TimeStyle;
import io.vavr.control.Option;

/**
 * What somebody says about a feed; what is left open is found out.
 *
 * @param form events or a table
 * @param mapping from columns to fields
 * @param delimiter between a table's cells
 * @param decimal sign of its numbers
 * @param times how it writes times
 * @param idPrefix rows without an event id get this and their number, instead of an id by content
 * @param currency of its prices, unless the mapping has one
 */
public record FeedSettings(
    Option<FeedForm> form,
    ColumnMapping mapping,
    Option<Character> delimiter,
    Option<DecimalSign> decimal,
    TimeStyle times,
    Option<String> idPrefix,
    String currency) {

  /** Nothing is said. */
  public static FeedSettings of(String currency) {
    return new FeedSettings(
        Option.none(),
        ColumnMapping.NONE,
        Option.none(),
        Option.none(),
        TimeStyle.ISO,
        Option.none(),
        currency);
  }

  public FeedSettings with(ColumnMapping columns) {
    return new FeedSettings(form, columns, delimiter, decimal, times, idPrefix, currency);
  }

  public FeedSettings with(TimeStyle style) {
    return new FeedSettings(form, mapping, delimiter, decimal, style, idPrefix, currency);
  }

  public FeedSettings withDecimal(DecimalSign sign) {
    return new FeedSettings(form, mapping, delimiter, Option.some(sign), times, idPrefix, currency);
  }

  public FeedSettings withIdPrefix(String prefix) {
    return new FeedSettings(
        form, mapping, delimiter, decimal, times, Option.some(prefix), currency);
  }
}
