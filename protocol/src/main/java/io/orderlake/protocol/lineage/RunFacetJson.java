package io.orderlake.protocol.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.lake.CountsJson;
import io.orderlake.protocol.run.FailureJson;

/** The fields of the run facet, as {@code contracts/lineage/run-facet.schema.json} has them. */
public final class RunFacetJson {
  private RunFacetJson() {}

  /** Of a run whose job was begun. */
  public static ObjectNode started(RunState.Running run) {
    return node(run.runId(), run.attempt(), run.epoch())
        .put("requested_by", run.request().requestedBy());
  }

  /** Of a run that is over and was begun. */
  public static ObjectNode ended(RunResult result) {
    ObjectNode node = node(result.runId(), result.attempt(), result.epoch());
    for (RunOutcome outcome : result.outcome()) {
      node.put("lake_version", outcome.lakeVersion());
      node.set("counts", counts(outcome.report()));
      for (RunLineage lineage : outcome.lineage()) {
        ArrayNode ruleSets = node.putArray("rule_sets");
        lineage.ruleSets().forEach(ruleSets::add);
      }
    }
    for (RunFailure failure : result.failure()) {
      node.put("failure", FailureJson.name(failure.category()));
    }
    return node;
  }

  /** As in the result, but that upkeep is always there; the facet has the rule sets beside them. */
  private static ObjectNode counts(RunReport report) {
    ObjectNode counts = CountsJson.write(report);
    counts.remove(CountsJson.JUDGED_BY_RULE_SET);
    return counts.set(CountsJson.UPKEEP, CountsJson.byName(report.upkeep()));
  }

  private static ObjectNode node(RunId id, int attempt, long epoch) {
    return StrictJson.object()
        .put("run_id", id.value())
        .put("attempt", attempt)
        .put("epoch", epoch);
  }
}
