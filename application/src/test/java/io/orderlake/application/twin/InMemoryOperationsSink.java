package io.orderlake.application.twin;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.serve.OperationsSink;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;

/** What was told, by run and by reason, beside the Gold of an in-memory sink. */
public final class InMemoryOperationsSink implements OperationsSink {
  private final InMemoryGoldSink gold;
  private Map<RunId, RunState> runs = LinkedHashMap.empty();
  private SortedMap<String, Long> reasons = TreeMap.empty();
  private long upTo;

  public InMemoryOperationsSink(InMemoryGoldSink gold) {
    this.gold = gold;
  }

  @Override
  public synchronized Option<Long> told() {
    return gold.served().map(served -> upTo);
  }

  @Override
  public synchronized void tell(Seq<RunState> told, long number, Instant since) {
    runs =
        runs.filterValues(
            run -> !run.outcome().exists(result -> result.finishedAt().isBefore(since)));
    told.forEach(run -> runs = runs.put(run.runId(), run));
    upTo = number;
  }

  @Override
  public synchronized void tellQuarantine(long lakeVersion, SortedMap<String, Long> byReason) {
    reasons = byReason;
  }

  /** Somebody has dropped all of it. */
  public synchronized void forget() {
    runs = LinkedHashMap.empty();
    reasons = TreeMap.empty();
    upTo = 0;
  }

  /** What stands there of runs. */
  public synchronized Map<RunId, RunState> runs() {
    return runs;
  }

  public synchronized SortedMap<String, Long> reasons() {
    return reasons;
  }
}
