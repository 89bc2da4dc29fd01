package io.orderlake.bootstrap.cli.query;

import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.Json;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.vavr.control.Either;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records as people name them, and what became of them as they are told. */
public final class ToldRecords {
  /** How people name a record, for sentences. */
  public static final String ADDRESS =
      "TOPIC/PARTITION/OFFSET, e.g. orders/0/42, with /LINE behind it for a line";

  private static final Pattern SHOWN =
      Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})(?:/(\\d{1,9}))?");
  private static final Pattern WRITTEN =
      Pattern.compile("([^/]+)[/-](\\d{1,9})[/@](\\d{1,18})(?:/(\\d{1,9}))?");

  private ToldRecords() {}

  /** As people write it, or as Orderlake shows it: {@code orders-0@42}, {@code shop-0@17/2}. */
  public static Either<String, LinePosition> address(String text) {
    Matcher shown = SHOWN.matcher(text);
    Matcher written = WRITTEN.matcher(text);
    return shown.matches()
        ? Either.right(position(shown))
        : written.matches()
            ? Either.right(position(written))
            : Either.left("'" + text + "' is no record's " + ADDRESS);
  }

  private static LinePosition position(Matcher parts) {
    String line = parts.group(4);
    return new LinePosition(
        new SourcePosition(
            parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))),
        line == null ? BronzeOrder.WHOLE_RECORD : Integer.parseInt(line));
  }

  /** Says what became of the records; the status tells whether something stored is damaged. */
  public static ExitStatus tell(
      Shell shell, ExplainedRecords records, LakehouseConfig config, boolean json) {
    if (json) {
      shell.screen().say(Json.text(ExplanationJson.of(records)));
    } else {
      new ExplanationText(config.reportingZone()).records(records).forEach(shell.screen()::say);
    }
    return records.isDamaged() ? ExitStatus.of(ExitCode.STORE) : ExitStatus.OK;
  }
}
