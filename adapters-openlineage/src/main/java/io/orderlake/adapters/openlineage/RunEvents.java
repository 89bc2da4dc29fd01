package io.orderlake.adapters.openlineage;

import static java.time.Instant.EPOCH;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said of a run; follows from the arguments alone. */
final class RunEvents {
  private final OpenLineage openLineage = new OpenLineage(OrderlakeFacet.PRODUCER);
  private final LakeName lake;
  private final Datasets datasets;

  RunEvents(LakeName lake, Datasets datasets) {
    this.lake = lake;
    this.datasets = datasets;
  }

  /** Makes an event that nobody is told. */
  void rehearse() {
    RunRequest nothing = new RunRequest(new RunId("none"), "none", "none", EPOCH, TreeMap.empty());
    String ignored =
        OpenLineageClientUtils.toJson(started(new RunState.Running(nothing, 1, 1, EPOCH)));
  }

  RunEvent started(RunState.Running run) {
    Map<String, Object> facet = facet(run.runId(), run.attempt(), run.epoch());
    facet.put("requested_by", run.request().requestedBy());
    return event(RunEvent.EventType.START, run.startedAt(), run.request().job())
        .run(run(run.runId(), facets(facet)))
        .build();
  }

  /** One that was begun. */
  RunEvent ended(RunResult result) {
    Map<String, Object> facet = facet(result.runId(), result.attempt(), result.epoch());
    OpenLineage.RunFacetsBuilder facets = facets(facet);
    OpenLineage.RunEventBuilder event =
        event(
            result.succeeded() ? RunEvent.EventType.COMPLETE : RunEvent.EventType.FAIL,
            result.finishedAt(),
            result.job());
    for (RunOutcome success : result.outcome()) {
      facet.put("lake_version", success.lakeVersion());
      facet.put("counts", Counts.of(success.report()));
      for (RunLineage lineage : success.lineage()) {
        facet.put("rule_sets", lineage.ruleSets().toJavaList());
        event
            .inputs(datasets.inputs(lineage, success.report()))
            .outputs(datasets.outputs(lineage, success.report()));
      }
    }
    for (RunFailure failure : result.failure()) {
      facet.put("failure", failure.category().name().toLowerCase(Locale.ROOT));
      facets.errorMessage(
          openLineage
              .newErrorMessageRunFacetBuilder()
              .message(failure.message())
              .programmingLanguage("Java")
              .build());
    }
    return event.run(run(result.runId(), facets)).build();
  }

  private OpenLineage.RunEventBuilder event(RunEvent.EventType type, Instant at, String job) {
    return openLineage
        .newRunEventBuilder()
        .eventType(type)
        .eventTime(at.atZone(ZoneOffset.UTC))
        .job(
            openLineage
                .newJobBuilder()
                .namespace(lake.namespace())
                .name(job)
                .facets(
                    openLineage
                        .newJobFacetsBuilder()
                        .jobType(
                            openLineage
                                .newJobTypeJobFacetBuilder()
                                .processingType("BATCH")
                                .integration("ORDERLAKE")
                                .jobType("JOB")
                                .build())
                        .build())
                .build())
        .inputs(List.of())
        .outputs(List.of());
  }

  private OpenLineage.Run run(RunId id, OpenLineage.RunFacetsBuilder facets) {
    return openLineage.newRunBuilder().runId(lake.idOf(id)).facets(facets.build()).build();
  }

  private OpenLineage.RunFacetsBuilder facets(Map<String, Object> facet) {
    return openLineage.newRunFacetsBuilder().put("orderlake_run", OrderlakeFacet.ofRun(facet));
  }

  private static Map<String, Object> facet(RunId id, int attempt, long epoch) {
    Map<String, Object> facet = new LinkedHashMap<>();
    facet.put("run_id", id.value());
    facet.put("attempt", attempt);
    facet.put("epoch", epoch);
    return facet;
  }
}
