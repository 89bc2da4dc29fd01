package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunnerEvent;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.orderlake.protocol.lake.CountsJson;
import io.orderlake.protocol.lake.TablesJson;
import java.time.Instant;

/** Journal events as JSON; what was written once is read for ever. */
public final class EventJson {
  private EventJson() {}

  /** On one line. */
  public static String write(JournalEvent event) {
    ObjectNode node =
        StrictJson.object().put("epoch", event.epoch()).put("at", event.at().toString());
    return StrictJson.line(
        event.stream(e -> e.fold(new RunFields(node)), e -> e.fold(new RunnerFields(node))));
  }

  public static JournalEvent read(StrictObject node) throws MalformedJson {
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
                  CountsJson.readReport(node.object("counts")),
                  TablesJson.read(node.object("tables")),
                  node.whole("lake_version", 0),
                  LineageJson.readIfAny(node),
                  GoldDelaysJson.readIfAny(node)));
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
