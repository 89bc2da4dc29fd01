package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.ResultJson;
import io.vavr.control.Option;

/** Results as objects {@code triggers/results/<run_id>.json}, each put once. */
public final class ObjectResultOutbox implements ResultOutbox {
  private final ControlPlace results;

  /** The results of the lake whose control objects lie there. */
  public ObjectResultOutbox(ControlPlace control) {
    this.results = control.below("triggers/results");
  }

  @Override
  public RunResult publish(RunResult result) {
    return results.putNew(name(result.runId()), ResultJson.write(result))
        ? result
        : find(result.runId()).getOrElse(result);
  }

  @Override
  public Option<RunResult> find(RunId runId) {
    return results.get(name(runId)).map(bytes -> read(runId, bytes));
  }

  private RunResult read(RunId runId, byte[] bytes) {
    try {
      RunResult result = ResultJson.read(bytes);
      if (!result.runId().equals(runId)) {
        throw new MalformedJson("it is the result of run " + result.runId());
      }
      return result;
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the result %s is damaged: %s; delete it and ask again: it is written anew from the journal"
              .formatted(results.shown(name(runId)), e.getMessage()),
          e);
    }
  }

  private static String name(RunId runId) {
    return runId + ".json";
  }
}
