package io.orderlake.answers.run;

import io.orderlake.answers.audit.AuditJson;
import io.orderlake.application.run.LakeStatus;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunState;
import io.orderlake.protocol.lake.CountsJson;
import io.orderlake.protocol.lake.TablesJson;
import io.orderlake.protocol.run.FailureJson;
import io.orderlake.protocol.run.ResultJson;
import io.orderlake.protocol.run.StateNames;
import io.vavr.collection.Seq;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything stands, for programs. */
public final class StatusJson {
  private StatusJson() {}

  /**
   * What {@code status --json} prints.
   *
   * @param undeclared Gold tables that are stored and declared no more
   * @param zone whose hours and days Gold speaks of
   * @param currency the lake's own
   */
  public static Map<String, @Nullable Object> of(
      LakeStatus status, Seq<TableId> undeclared, ZoneId zone, String currency) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", status.at().toString());
    json.put("reporting_zone", zone.getId());
    json.put("currency", currency);
    json.put("runner", status.runnerIsActive() ? runner(status) : null);
    json.put("bronze", status.bronze().map(StatusJson::bronze).getOrNull());
    json.put("lake", lake(status.lake()));
    json.put("projections", status.projections().map(StatusJson::projection).toJavaList());
    json.put("undeclared", undeclared.map(TableId::path).toJavaList());
    json.put("failing", status.failing().map(StatusJson::failing).toJavaList());
    json.put("runs", status.runs().map(StatusJson::run).toJavaList());
    return json;
  }

  private static Map<String, Object> failing(LakeStatus.Failing job) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("job", job.job());
    json.put("run_id", job.lastRun().value());
    json.put("since", job.since().toString());
    json.put("at", job.at().toString());
    json.put("times", job.times());
    json.put("category", FailureJson.name(job.failure().category()));
    json.put("retryable", job.failure().retryable());
    json.put("message", job.failure().message());
    json.put("next_step", job.failure().nextStep());
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> runner(LakeStatus status) {
    return status
        .runner()
        .map(
            sign -> {
              Map<String, @Nullable Object> json = new LinkedHashMap<>();
              json.put("who", sign.who());
              json.put("epoch", sign.epoch());
              json.put("since", sign.since().toString());
              json.put("busy_with", sign.busyWith().map(Object::toString).getOrNull());
              return json;
            })
        .getOrNull();
  }

  private static Map<String, Object> bronze(BronzeState bronze) {
    return Map.of(
        "version",
        bronze.table().version(),
        "next_offsets",
        bronze.nextOffsets().mapKeys(Object::toString).toJavaMap(),
        "accepted_gaps",
        bronze.acceptedGaps().toList().map(AuditJson::gap).toJavaList());
  }

  /** A lake version with its tables and sums. */
  public static Map<String, Object> lake(LakeVersion lake) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", lake.number());
    json.put("published_by", lake.publishedBy().value());
    json.put("published_at", lake.publishedAt().toString());
    json.put("totals", CountsJson.write(lake.totals()));
    json.put("tables", TablesJson.write(lake.tables()));
    return json;
  }

  private static Map<String, Object> projection(LakeStatus.Projection projection) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", projection.table().path());
    json.put("position", projection.position());
    json.put("upstream", projection.upstream());
    json.put("behind", projection.behind());
    return json;
  }

  private static Map<String, @Nullable Object> run(RunState run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run_id", run.runId().value());
    json.put("job", run.asked().map(RunRequest::job).getOrNull());
    json.put("state", StateNames.of(run));
    json.put("result", run.outcome().map(ResultJson::shown).getOrNull());
    return json;
  }
}
