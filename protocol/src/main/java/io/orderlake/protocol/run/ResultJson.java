package io.orderlake.protocol.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunResult.Ending;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.json.StrictJson;
import io.orderlake.protocol.json.StrictObject;
import io.orderlake.protocol.lake.CountsJson;
import io.orderlake.protocol.lake.TablesJson;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.List;

/** A result as {@code contracts/trigger-protocol/result.schema.json} describes it. */
public final class ResultJson {
  /** In bytes; whatever is longer is refused. */
  public static final int SIZE_LIMIT = 16 << 20;

  private ResultJson() {}

  public static byte[] write(RunResult result) {
    return StrictJson.pretty(node(result));
  }

  /**
   * A result for those who ask the command line: without what is the runner's own business, and
   * without counts where nothing was done.
   */
  public static ObjectNode shown(RunResult result) {
    ObjectNode node = node(result);
    node.put("job", result.job());
    node.remove(List.of("protocol", "epoch"));
    if (!result.succeeded()) {
      node.remove(List.of("counts", "tables", "lake_version"));
    }
    for (String last : List.of("lineage", GoldDelaysJson.FIELD, "failure")) {
      Option.of(node.remove(last)).forEach(value -> node.set(last, value));
    }
    return node;
  }

  private static ObjectNode node(RunResult result) {
    ObjectNode node =
        StrictJson.object()
            .put("protocol", RequestJson.PROTOCOL)
            .put("run_id", result.runId().value())
            .put("job", result.job().isEmpty() ? null : result.job())
            .put("state", StateNames.of(result.ending()))
            .put("attempt", result.attempt())
            .put("epoch", result.epoch())
            .put("started_at", result.startedAt().toString())
            .put("finished_at", result.finishedAt().toString());
    Option<RunOutcome> succeeded = result.outcome();
    node.set(
        "counts",
        CountsJson.write(succeeded.map(RunOutcome::report).getOrElse(RunReport::nothing)));
    node.set(
        "tables", TablesJson.write(succeeded.map(RunOutcome::tables).getOrElse(TreeMap::empty)));
    LineageJson.put(node, succeeded.flatMap(RunOutcome::lineage));
    GoldDelaysJson.put(node, succeeded.flatMap(RunOutcome::goldDelays));
    node.put("lake_version", succeeded.map(RunOutcome::lakeVersion).getOrNull());
    node.set("failure", result.failure().map(FailureJson::write).getOrNull());
    return node;
  }

  public static RunResult read(byte[] bytes) throws MalformedJson {
    if (bytes.length > SIZE_LIMIT) {
      throw new MalformedJson("it is larger than " + SIZE_LIMIT + " bytes");
    }
    StrictObject node = StrictJson.read(bytes);
    if (node.whole("protocol", 0) != RequestJson.PROTOCOL) {
      throw new MalformedJson("protocol must be " + RequestJson.PROTOCOL);
    }
    String state = node.text("state");
    RunReport report = CountsJson.readReport(node.object("counts"));
    SortedMap<TableId, TableState> tables = TablesJson.read(node.object("tables"));
    Option<Long> lakeVersion = node.wholeOrNull("lake_version", 0);
    Option<RunLineage> lineage = LineageJson.readIfAny(node);
    Option<GoldDelays> goldDelays = GoldDelaysJson.readIfAny(node);
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
            ending(
                state,
                lakeVersion.map(
                    number -> new RunOutcome(report, tables, number, lineage, goldDelays)),
                lineage.isDefined() || goldDelays.isDefined(),
                failure));
    node.nothingElse();
    return result;
  }

  private static Ending ending(
      String state, Option<RunOutcome> outcome, boolean isTraced, Option<RunFailure> failure)
      throws MalformedJson {
    boolean good = state.equals(StateNames.SUCCEEDED);
    if (good != outcome.isDefined() || good != failure.isEmpty()) {
      throw new MalformedJson(
          "a succeeded run has a lake_version and no failure, any other a failure alone");
    }
    if (isTraced && !good) {
      throw new MalformedJson("only a succeeded run has a lineage, or gold_delays");
    }
    return switch (state) {
      case StateNames.SUCCEEDED -> new RunResult.Succeeded(outcome.get());
      case StateNames.FAILED -> new RunResult.Failed(failure.get());
      case StateNames.REJECTED -> new RunResult.Rejected(failure.get().message());
      default ->
          throw new MalformedJson(
              "state must be succeeded, failed or rejected, not '" + state + "'");
    };
  }
}
