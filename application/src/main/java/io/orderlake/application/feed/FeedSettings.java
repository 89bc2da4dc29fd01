package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.source.Source;
import io.vavr.control.Option;

/**
 * What somebody says about a feed; what is left open is found out.
 *
 * @param form events or a table
 * @param layout of a table
 * @param inline how rows become events, unless a source has it
 * @param source whose mapping makes events of rows and records; none for rows by the inline mapping
 *     and events as they are
 * @param currency of its prices, unless the mapping has one
 */
public record FeedSettings(
    Option<FeedForm> form,
    TableLayout layout,
    InlineMapping inline,
    Option<Source> source,
    String currency) {

  /** Nothing is said. */
  public static FeedSettings of(String currency) {
    return new FeedSettings(
        Option.none(), TableLayout.UNKNOWN, InlineMapping.NONE, Option.none(), currency);
  }

  public FeedSettings with(InlineMapping mapping) {
    return new FeedSettings(form, layout, mapping, source, currency);
  }

  public FeedSettings with(ColumnMapping columns) {
    return with(new InlineMapping(columns, inline.decimal(), inline.times(), inline.idPrefix()));
  }

  public FeedSettings with(TimeStyle style) {
    return with(new InlineMapping(inline.columns(), inline.decimal(), style, inline.idPrefix()));
  }

  public FeedSettings withDecimal(DecimalSign sign) {
    return with(
        new InlineMapping(inline.columns(), Option.some(sign), inline.times(), inline.idPrefix()));
  }

  public FeedSettings withIdPrefix(String prefix) {
    return with(
        new InlineMapping(inline.columns(), inline.decimal(), inline.times(), Option.some(prefix)));
  }

  public FeedSettings with(TableLayout known) {
    return new FeedSettings(form, known, inline, source, currency);
  }

  public FeedSettings with(Source mapped) {
    return new FeedSettings(form, layout, inline, Option.some(mapped), currency);
  }

  public FeedSettings withForm(FeedForm known) {
    return new FeedSettings(Option.some(known), layout, inline, source, currency);
  }
}
