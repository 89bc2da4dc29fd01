package io.orderlake.application.twin;

import io.orderlake.application.contract.LineageLogContract.Told;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.domain.run.LineageLog;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
public final class InMemoryLineageLog implements LineageLog {
  private final List<Told> told = new CopyOnWriteArrayList<>();

  @Override
  public void started(RunState.Running run) {
    told.add(
        new Told(
            "START",
            run.runId().value(),
            run.request().job(),
            run.startedAt(),
            Map.of(),
            Map.of(),
            ""));
  }

  @Override
  public void ended(RunResult result) {
    if (result.rejection().isDefined()) {
      return;
    }
    Option<RunLineage> lineage = result.outcome().flatMap(RunOutcome::lineage);
    told.add(
        new Told(
            result.succeeded() ? "COMPLETE" : "FAIL",
            result.runId().value(),
            result.job(),
            result.finishedAt(),
            newest(lineage.map(RunLineage::inputs)),
            newest(lineage.map(RunLineage::outputs)),
            result.failure().map(RunFailure::message).getOrElse("")));
  }

  private static Map<String, Long> newest(Option<SortedMap<TableId, Versions>> tables) {
    return tables.getOrElse(TreeMap::empty).bimap(TableId::path, Versions::upTo).toJavaMap();
  }

  /** All of it, in order. */
  public List<Told> told() {
    return told;
  }
}
