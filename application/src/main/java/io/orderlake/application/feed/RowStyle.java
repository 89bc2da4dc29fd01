package io.orderlake.application.feed;

import io.orderlake.domain.feed.CellKind;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.vavr.control.Option;
import java.time.ZoneId;

/**
 * How a table writes its values.
 *
 * @param numbers in cells of text
 * @param times in cells of text
 * @param typedTimes in cells that are times by their type
 */
record RowStyle(NumberStyle numbers, TimeStyle times, TimeStyle typedTimes) {
  static RowStyle of(NumberStyle numbers, TimeStyle times) {
    return new RowStyle(
        numbers, times, TimeStyle.of(Option.none(), times.zone().map(ZoneId::getId)).get());
  }

  NumberStyle numbers(CellKind kind) {
    return kind == CellKind.NUMBER ? NumberStyle.PLAIN : numbers;
  }

  TimeStyle times(CellKind kind) {
    return kind == CellKind.TIME ? typedTimes : times;
  }
}
