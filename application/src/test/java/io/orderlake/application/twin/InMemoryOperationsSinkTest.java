package io.orderlake.application.twin;

import io.orderlake.application.contract.OperationsSinkContract;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.serve.GoldSink;
import io.orderlake.domain.serve.OperationsSink;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;

class InMemoryOperationsSinkTest extends OperationsSinkContract {
  private final InMemoryGoldSink gold = new InMemoryGoldSink();
  private final InMemoryOperationsSink operations = new InMemoryOperationsSink(gold);

  @Override
  protected GoldSink gold() {
    return gold;
  }

  @Override
  protected OperationsSink operations() {
    return operations;
  }

  @Override
  protected List<String> runs() {
    return operations
        .runs()
        .values()
        .map(
            run ->
                run.runId()
                    + ", "
                    + run.asked().get().job()
                    + ", "
                    + run.outcome()
                        .map(
                            result ->
                                result
                                    .ending()
                                    .fold(s -> "succeeded", f -> "failed", r -> "rejected"))
                        .getOrElse(run instanceof RunState.Running ? "running" : "waiting"))
        .toList();
  }

  @Override
  protected SortedMap<String, Long> reasons() {
    return operations.reasons();
  }
}
