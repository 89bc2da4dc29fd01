package io.orderlake.adapters.filesystem.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.adapters.filesystem.MalformedJson;
import io.orderlake.adapters.filesystem.ReportJson;
import io.orderlake.adapters.filesystem.StrictJson;
import io.orderlake.adapters.filesystem.StrictObject;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunnerEvent;
import java.time.Instant;

/** Journal events as JSON; what was written once is read for ever. */
final class EventJson {
  private EventJson() {}

  static ObjectNode write(JournalEvent event) {
    ObjectNode node =
        StrictJson.object().put("epoch", event.epoch()).put("at", event.at().toString());
    return event.stream(e -> e.fold(new RunFields(node)), e -> e.fold(new RunnerFields(node)));
  }

  static JournalEvent read(StrictObject node) throws MalformedJson {
    String type = node.text("type");
    long epoch = node.whole("epoch", 0);
    Instant at = node.instant("at");
    JournalEvent event = read(type, epoch, at, node);
    node.nothingElse();
    return event;
  }

  private static JournalEvent read(String type, long epoch, Instant at, StrictObject node)
      throws MalformedJson {
    return switch (type) {
      case "run_requested" ->
          new RunEvent.RunRequested(epoch, at, RequestJson.read(node.object("request")));
      case "run_claimed" -> new RunEvent.RunClaimed(epoch, at, RequestJson.runId(node));
      case "run_started" ->
          new RunEvent.RunStarted(
              epoch, at, RequestJson.runId(node), node.smallWhole("attempt", 1));
      case "run_abandoned" ->
          new RunEvent.RunAbandoned(epoch, at, RequestJson.runId(node), node.text("why"));
      case "run_succeeded" ->
          new RunEvent.RunSucceeded(
              epoch,
              at,
              RequestJson.runId(node),
              new RunOutcome(
                  ReportJson.readReport(node.object("counts")),
                  ReportJson.readTables(node.object("tables")),
                  node.whole("lake_version", 0),
                  LineageJson.readIfAny(node)));
      case "run_failed" ->
          new RunEvent.RunFailed(
              epoch, at, RequestJson.runId(node), FailureJson.read(node.object("failure")));
      case "run_rejected" ->
          new RunEvent.RunRejected(
              epoch, at, RequestJson.runId(node), node.text("job"), node.text("reason"));
      case "runner_took_over" -> new RunnerEvent.RunnerTookOver(epoch, at, node.text("who"));
      case "runner_stood_down" -> new RunnerEvent.RunnerStoodDown(epoch, at);
      case "journal_mended" -> new RunnerEvent.JournalMended(epoch, at, node.text("what"));
      case "file_rejected" ->
          new RunnerEvent.FileRejected(epoch, at, node.text("file"), node.text("reason"));
      default -> throw new MalformedJson("unknown event type '" + type + "'");
    };
  }
}
