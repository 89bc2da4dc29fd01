package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunEvent.RunAbandoned;
import io.orderlake.domain.run.RunEvent.RunClaimed;
import io.orderlake.domain.run.RunEvent.RunFailed;
import io.orderlake.domain.run.RunEvent.RunRejected;
import io.orderlake.domain.run.RunEvent.RunRequested;
import io.orderlake.domain.run.RunEvent.RunStarted;
import io.orderlake.domain.run.RunEvent.RunSucceeded;
import io.orderlake.protocol.lake.CountsJson;
import io.orderlake.protocol.lake.TablesJson;

/** Writes type and fields of each run event. */
record RunFields(ObjectNode node) implements RunEvent.Cases<ObjectNode> {

  @Override
  public ObjectNode requested(RunRequested event) {
    node.put("type", "run_requested");
    return node.set("request", RequestJson.node(event.request()));
  }

  @Override
  public ObjectNode claimed(RunClaimed event) {
    return run("run_claimed", event);
  }

  @Override
  public ObjectNode started(RunStarted event) {
    return run("run_started", event).put("attempt", event.attempt());
  }

  @Override
  public ObjectNode abandoned(RunAbandoned event) {
    return run("run_abandoned", event).put("why", event.why());
  }

  @Override
  public ObjectNode succeeded(RunSucceeded event) {
    run("run_succeeded", event).set("counts", CountsJson.write(event.outcome().report()));
    node.set("tables", TablesJson.write(event.outcome().tables()));
    LineageJson.put(node, event.outcome().lineage());
    GoldDelaysJson.put(node, event.outcome().goldDelays());
    return node.put("lake_version", event.outcome().lakeVersion());
  }

  @Override
  public ObjectNode failed(RunFailed event) {
    return run("run_failed", event).set("failure", FailureJson.write(event.failure()));
  }

  @Override
  public ObjectNode rejected(RunRejected event) {
    return run("run_rejected", event).put("job", event.job()).put("reason", event.reason());
  }

  private ObjectNode run(String type, RunEvent event) {
    return node.put("type", type).put("run_id", event.runId().value());
  }
}
