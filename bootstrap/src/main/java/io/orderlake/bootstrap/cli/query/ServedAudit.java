package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.serve.ServedJson;
import io.orderlake.answers.text.Json;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.serve.AuditServed;
import io.orderlake.application.serve.ServedVerdict;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.Screen;
import io.orderlake.bootstrap.terminal.ServedText;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.ServedPlace;
import io.vavr.control.Either;

/** What {@code audit --serve} does: holds PostgreSQL against the lake. */
final class ServedAudit {
  private final Screen screen;
  private final LakehouseConfig config;
  private final boolean json;

  ServedAudit(Screen screen, LakehouseConfig config, boolean json) {
    this.screen = screen;
    this.config = config;
    this.json = json;
  }

  ExitStatus run() throws Exception {
    String place = ServedPlace.of(config).require().toString();
    try (Lakehouse lake = Lakehouse.open(config)) {
      Either<String, ServedVerdict> verdict =
          lake.get(AuditServed.class)
              .audit(cells -> screen.progress("compared " + Numbers.count(cells) + " cells"));
      if (verdict.isLeft()) {
        screen.complain("PostgreSQL cannot be proven: " + verdict.getLeft());
        return ExitStatus.of(ExitCode.UNAVAILABLE);
      }
      if (json) {
        screen.say(Json.text(ServedJson.of(verdict.get())));
      } else {
        new ServedText(verdict.get(), place).lines().forEach(screen::say);
      }
      return verdict.get().isIntact() ? ExitStatus.OK : ExitStatus.of(ExitCode.STORE);
    }
  }
}
