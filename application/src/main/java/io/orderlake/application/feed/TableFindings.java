package io.orderlake.application.feed;

import io.orderlake.domain.feed.CellKind;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.NumberEvidence;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.order.OrderFields;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** What the cells of a table show about how it writes numbers and times. */
final class TableFindings {
  /** Between the cells of a sheet, of which no conclusion is to be drawn. */
  private static final char NO_DELIMITER = ',';

  private final BoundMapping mapping;
  private final FeedSettings settings;
  private final NumberEvidence numbers = new NumberEvidence();
  private final TimeFindings times;
  private Option<String> currencySign = Option.none();
  private Option<String> refund = Option.none();

  TableFindings(BoundMapping mapping, FeedSettings settings) {
    this.mapping = mapping;
    this.settings = settings;
    this.times = new TimeFindings(settings.inline().times(), Advice.OPTIONS);
  }

  void see(FeedRow row) {
    for (String field : BoundMapping.NUMBERS) {
      String cell = mapping.cell(field, row);
      if (cell != null && !cell.isEmpty() && mapping.kind(field, row) != CellKind.NUMBER) {
        numbers.see(row.place(), cell);
        currencySign =
            currencySign.orElse(
                () -> Advice.OPTIONS.currencySign(field + " of " + row.place(), cell));
      }
    }
    String quantity = mapping.cell(OrderFields.QUANTITY, row);
    if (quantity != null) {
      refund = refund.orElse(() -> Advice.OPTIONS.refund(row.place(), quantity));
    }
    String time = mapping.cell(OrderFields.EVENT_TIME, row);
    boolean typed = mapping.kind(OrderFields.EVENT_TIME, row) == CellKind.TIME;
    if (time != null && !time.isEmpty()) {
      times.see(row.place(), time, typed);
    }
  }

  /**
   * The style of the numbers.
   *
   * @param delimiter of the table
   * @return with a note for the reader, if there is one; or the sentence that asks for the style
   */
  Either<String, NumberEvidence.Finding> numbers(Option<Character> delimiter) {
    return settings
        .inline()
        .decimal()
        .map(sign -> new NumberEvidence.Finding(new NumberStyle(sign, true), Option.none()))
        .map(Either::<String, NumberEvidence.Finding>right)
        .getOrElse(() -> numbers.finding(delimiter.getOrElse(NO_DELIMITER)));
  }

  /** Why it may not be published as it is said to be. */
  Option<String> doubt() {
    return times.doubt();
  }

  /** What may help when rows do not pass. */
  List<String> hints() {
    return currencySign.toList().appendAll(refund).appendAll(times.hints());
  }

  /** What the reader should know. */
  List<String> notes() {
    return mapping.notes().appendAll(times.notes());
  }
}
