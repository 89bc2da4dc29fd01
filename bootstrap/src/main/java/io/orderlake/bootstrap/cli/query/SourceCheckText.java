package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.examine.ReasonCount;
import io.orderlake.application.source.SourceCheck;
import io.orderlake.application.source.SourceCheck.Example;
import io.orderlake.application.source.SourceCheck.Row;
import io.orderlake.bootstrap.terminal.Line;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a look at a source shows, for people. */
final class SourceCheckText {
  private static final int SHOWN_REASONS = 8;

  private SourceCheckText() {}

  static List<Line> lines(SourceCheck seen) {
    List<Line> rows =
        seen.shown().isEmpty()
            ? List.empty()
            : table(seen.shown())
                .map(Line::of)
                .prepend(Line.bold("The first lines that pass, as they would stand in Silver"))
                .append(Line.of(""));
    return rows.append(Line.bold(seen.source() + ": " + summary(seen)))
        .appendAll(seen.reasons().take(SHOWN_REASONS).flatMap(SourceCheckText::reason))
        .appendAll(notes(seen).map(note -> Line.of("  " + note)));
  }

  private static List<String> table(List<Row> rows) {
    List<OptionalField> optional =
        List.ofAll(OptionalField.ALL)
            .filter(field -> rows.exists(row -> row.order().optional().plain(field) != null));
    boolean converts = rows.exists(row -> row.order().converted() != null);
    List<TextTable.Column> columns =
        List.of(
                TextTable.whole("line"),
                TextTable.left("event_id"),
                TextTable.left("order_id"),
                TextTable.left("product"),
                TextTable.right("quantity"),
                TextTable.right("unit_price"),
                TextTable.right("total_amount"),
                TextTable.left("currency"),
                TextTable.left("city"),
                TextTable.whole("event_time"))
            .appendAll(optional.map(field -> TextTable.left(field.field())))
            .appendAll(Option.when(converts, () -> TextTable.right("converted_amount")));
    TextTable table = TextTable.of(columns.toJavaArray(TextTable.Column[]::new));
    for (Row row : rows) {
      RefinedOrder order = row.order();
      table =
          table.row(
              List.of(
                      row.place().toString(),
                      order.eventId(),
                      order.orderId(),
                      order.product(),
                      String.valueOf(order.quantity()),
                      order.unitPrice().plain(),
                      order.total().plain(),
                      order.currency(),
                      order.city(),
                      order.eventTime().toString())
                  .appendAll(optional.map(field -> order.optional().shown(field)))
                  .appendAll(Option.when(converts, () -> converted(order)))
                  .toJavaArray(String[]::new));
    }
    return table.lines();
  }

  private static String converted(RefinedOrder order) {
    return order.converted() == null ? "" : order.converted().plain();
  }

  private static String summary(SourceCheck seen) {
    SourceCheck.Records records = seen.records();
    if (records.read() == 0) {
      return "there is no record in " + seen.from();
    }
    String which =
        records.all() ? "" : seen.from().feed().isDefined() ? "the first " : "the newest ";
    String what = records.takenApart() ? "line" : "record";
    return which
        + Numbers.count(records.read(), "record")
        + " of "
        + seen.from()
        + (records.takenApart() ? " with " + Numbers.count(seen.lines().all(), "line") : "")
        + (records.blank() == 0 ? "" : ", " + Numbers.count(records.blank()) + " blank")
        + ": "
        + Numbers.count(seen.lines().passing())
        + " of "
        + Numbers.count(seen.lines().all(), what)
        + " would pass the rules ("
        + percent(seen)
        + ")"
        + (seen.lines().failing() == 0
            ? ""
            : ", " + Numbers.count(seen.lines().failing()) + " would be quarantined");
  }

  /** Rounded down, so that 100 % are all of them. */
  private static String percent(SourceCheck seen) {
    return BigDecimal.valueOf(seen.lines().passing())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(seen.lines().all()), 1, RoundingMode.DOWN)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private static List<Line> reason(ReasonCount<Example> reason) {
    boolean tellsTheField = !reason.field().isEmpty();
    return reason
        .examples()
        .map(example -> Line.of("      " + example.place() + ": " + example.sentence()))
        .prepend(
            Line.of(
                "  "
                    + Numbers.count(reason.count())
                    + " × "
                    + reason.code()
                    + (tellsTheField ? " of " + reason.field() : "")
                    + (reason.count() > reason.examples().size() ? ", the first:" : ":")));
  }

  private static List<String> notes(SourceCheck seen) {
    SourceCheck.Records records = seen.records();
    int more = seen.reasons().size() - SHOWN_REASONS;
    return note(more > 0, "and " + Numbers.count(more, "reason") + " more; --json has all")
        .appendAll(
            note(
                records.whole() > 0,
                "could not be taken apart, counted as one line each: "
                    + Numbers.count(records.whole(), "record")))
        .appendAll(
            note(
                seen.repeats() > 0,
                "would pass and count once, since an earlier line says the same under the event id: "
                    + Numbers.count(seen.repeats(), "line")))
        .appendAll(
            note(
                !records.compared(),
                "there are so many event ids that the last lines were not compared with all others"))
        .appendAll(
            seen.warnings()
                .toList()
                .map(
                    warning ->
                        "would pass with the warning "
                            + warning._1
                            + ": "
                            + Numbers.count(warning._2, "line")));
  }

  private static List<String> note(boolean applies, String text) {
    return applies ? List.of(text) : List.empty();
  }

  /** What to do when too few lines pass. */
  static String refusal(SourceCheck seen) {
    return "the source "
        + seen.source()
        + " does not fit "
        + seen.from()
        + ": fewer than one line in four would pass; correct sources."
        + seen.source()
        + " in the configuration, or what writes the records";
  }
}
