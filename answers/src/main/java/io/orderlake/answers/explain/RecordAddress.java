package io.orderlake.answers.explain;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.vavr.control.Either;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records as people name them. */
public final class RecordAddress {
  /** How people name a record, for sentences. */
  public static final String FORM =
      "TOPIC/PARTITION/OFFSET, e.g. orders/0/42, with /LINE behind it for a line";

  private static final Pattern SHOWN =
      Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})(?:/(\\d{1,9}))?");
  private static final Pattern WRITTEN =
      Pattern.compile("([^/]+)[/-](\\d{1,9})[/@](\\d{1,18})(?:/(\\d{1,9}))?");

  private RecordAddress() {}

  /** As people write it, or as Orderlake shows it: {@code orders-0@42}, {@code shop-0@17/2}. */
  public static Either<String, LinePosition> of(String text) {
    Matcher shown = SHOWN.matcher(text);
    Matcher written = WRITTEN.matcher(text);
    return shown.matches()
        ? Either.right(position(shown))
        : written.matches()
            ? Either.right(position(written))
            : Either.left("'" + text + "' is no record's " + FORM);
  }

  private static LinePosition position(Matcher parts) {
    String line = parts.group(4);
    return new LinePosition(
        new SourcePosition(
            parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))),
        line == null ? BronzeOrder.WHOLE_RECORD : Integer.parseInt(line));
  }
}
