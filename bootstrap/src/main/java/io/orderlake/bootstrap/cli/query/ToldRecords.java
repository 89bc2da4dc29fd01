package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.explain.ExplanationJson;
import io.orderlake.answers.text.Json;
import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.config.LakehouseConfig;

/** What became of records, as it is told. */
public final class ToldRecords {
  private ToldRecords() {}

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
