package io.orderlake.adapters.openlineage;

import static java.time.Instant.EPOCH;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.orderlake.protocol.lineage.RunFacetJson;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

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
    return event(RunEvent.EventType.START, run.startedAt(), run.request().job())
        .run(run(run.runId(), facets(RunFacetJson.started(run))))
        .build();
  }

  /** One that was begun. */
  RunEvent ended(RunResult result) {
    OpenLineage.RunFacetsBuilder facets = facets(RunFacetJson.ended(result));
    OpenLineage.RunEventBuilder event =
        event(
            result.succeeded() ? RunEvent.EventType.COMPLETE : RunEvent.EventType.FAIL,
            result.finishedAt(),
            result.job());
    for (RunOutcome success : result.outcome()) {
      for (RunLineage lineage : success.lineage()) {
        event
            .inputs(datasets.inputs(lineage, success.report()))
            .outputs(datasets.outputs(lineage, success.report()));
      }
    }
    for (RunFailure failure : result.failure()) {
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

  private OpenLineage.RunFacetsBuilder facets(ObjectNode facet) {
    return openLineage.newRunFacetsBuilder().put("orderlake_run", OrderlakeFacet.ofRun(facet));
  }
}
