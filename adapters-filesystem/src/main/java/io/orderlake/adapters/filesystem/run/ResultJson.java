package io.orderlake.adapters.filesystem.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.adapters.filesystem.MalformedJson;
import io.orderlake.adapters.filesystem.ReportJson;
import io.orderlake.adapters.filesystem.StrictJson;
import io.orderlake.adapters.filesystem.StrictObject;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunResult.Ending;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/** A result as {@code contracts/trigger-protocol/result.schema.json} describes it. */
final class ResultJson {
  static final int SIZE_LIMIT = 16 << 20;

  private ResultJson() {}

  static byte[] write(RunResult result) {
    ObjectNode node =
        StrictJson.object()
            .put("protocol", RequestJson.PROTOCOL)
            .put("run_id", result.runId().value())
            .put("job", result.job().isEmpty() ? null : result.job())
            .put("state", state(result.ending()))
            .put("attempt", result.attempt())
            .put("epoch", result.epoch())
            .put("started_at", result.startedAt().toString())
            .put("finished_at", result.finishedAt().toString());
    Option<RunOutcome> succeeded = result.outcome();
    node.set(
        "counts",
        ReportJson.write(succeeded.map(RunOutcome::report).getOrElse(RunReport::nothing)));
    node.set(
        "tables", ReportJson.write(succeeded.map(RunOutcome::tables).getOrElse(TreeMap::empty)));
    LineageJson.put(node, succeeded.flatMap(RunOutcome::lineage));
    node.put("lake_version", succeeded.map(RunOutcome::lakeVersion).getOrNull());
    node.set("failure", result.failure().map(FailureJson::write).getOrNull());
    return StrictJson.pretty(node);
  }

  static RunResult read(byte[] bytes) throws MalformedJson {
    if (bytes.length > SIZE_LIMIT) {
      throw new MalformedJson("it is larger than " + SIZE_LIMIT + " bytes");
    }
    StrictObject node = StrictJson.read(bytes);
    if (node.whole("protocol", 0) != RequestJson.PROTOCOL) {
      throw new MalformedJson("protocol must be " + RequestJson.PROTOCOL);
    }
    String state = node.text("state");
    RunReport report = ReportJson.readReport(node.object("counts"));
    SortedMap<TableId, TableState> tables = ReportJson.readTables(node.object("tables"));
    Option<Long> lakeVersion = node.wholeOrNull("lake_version", 0);
    Option<RunLineage> lineage = LineageJson.readIfAny(node);
    Option<StrictObject> failureNode = node.objectOrNull("failure");
    Option<RunFailure> failure =
        failureNode.isDefined() ? Option.some(FailureJson.read(failureNode.get())) : Option.none();
    RunResult result =
        new RunResult(
            RequestJson.runId(node),
            node.textOrNull("job").getOrElse(""),
            node.smallWhole("attempt", 0),
            node.whole("epoch", 0),
            node.instant("started_at"),
            node.instant("finished_at"),
            ending(state, report, tables, lakeVersion, lineage, failure));
    node.nothingElse();
    return result;
  }

  private static String state(Ending ending) {
    return ending.fold(s -> "succeeded", f -> "failed", r -> "rejected");
  }

  private static Ending ending(
      String state,
      RunReport report,
      SortedMap<TableId, TableState> tables,
      Option<Long> lakeVersion,
      Option<RunLineage> lineage,
      Option<RunFailure> failure)
      throws MalformedJson {
    boolean good = state.equals("succeeded");
    if (good != lakeVersion.isDefined() || good != failure.isEmpty()) {
      throw new MalformedJson(
          "a succeeded run has a lake_version and no failure, any other a failure alone");
    }
    if (lineage.isDefined() && !good) {
      throw new MalformedJson("only a succeeded run has a lineage");
    }
    return switch (state) {
      case "succeeded" ->
          new RunResult.Succeeded(new RunOutcome(report, tables, lakeVersion.get(), lineage));
      case "failed" -> new RunResult.Failed(failure.get());
      case "rejected" -> new RunResult.Rejected(failure.get().message());
      default ->
          throw new MalformedJson(
              "state must be succeeded, failed or rejected, not '" + state + "'");
    };
  }
}
