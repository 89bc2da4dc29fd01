package io.orderlake.bootstrap.cli;

import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.SortedMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run's result for programs, under the names of the trigger protocol. */
final class RunResultJson {
  private RunResultJson() {}

  static Map<String, @Nullable Object> of(RunResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run_id", result.runId().value());
    json.put("job", result.job());
    json.put("state", result.ending().fold(s -> "succeeded", f -> "failed", r -> "rejected"));
    json.put("attempt", result.attempt());
    json.put("started_at", result.startedAt().toString());
    json.put("finished_at", result.finishedAt().toString());
    if (result.ending() instanceof RunResult.Succeeded done) {
      json.put("counts", counts(done.outcome().report()));
      json.put("tables", tables(done.outcome().tables()));
      json.put("lake_version", done.outcome().lakeVersion());
      done.outcome().lineage().forEach(lineage -> json.put("lineage", RunLineageJson.of(lineage)));
    }
    json.put("failure", result.failure().map(RunResultJson::failure).getOrNull());
    return json;
  }

  private static Map<String, Object> counts(RunReport report) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("read", report.conservation().read());
    counts.put("refined", report.conservation().refined());
    counts.put("quarantined", report.conservation().quarantined());
    counts.put("duplicates", report.conservation().duplicates());
    counts.put("quarantined_by_reason", report.quarantinedByReason().toJavaMap());
    counts.put("warnings", report.warnings().toJavaMap());
    counts.put("events_folded", report.eventsFolded());
    counts.put("cells_changed", report.cellsChanged().toJavaMap());
    if (report.upkeep().nonEmpty()) {
      counts.put("upkeep", report.upkeep().toJavaMap());
    }
    if (report.judgedByRuleSet().nonEmpty()) {
      counts.put("judged_by_rule_set", report.judgedByRuleSet().toJavaMap());
    }
    return counts;
  }

  static Map<String, Object> tables(SortedMap<TableId, TableState> tables) {
    Map<String, Object> json = new LinkedHashMap<>();
    tables.forEach(
        (id, state) ->
            json.put(id.path(), Map.of("version", state.version(), "position", state.position())));
    return json;
  }

  private static Map<String, Object> failure(RunFailure failure) {
    return Map.of(
        "category",
        failure.category().name().toLowerCase(Locale.ROOT),
        "message",
        failure.message(),
        "retryable",
        failure.retryable());
  }
}
