package io.orderlake.answers.run;

import io.orderlake.application.run.ShowRuns;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunState;
import io.orderlake.protocol.run.ResultJson;
import io.orderlake.protocol.run.StateNames;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs, for programs. */
public final class RunsJson {
  private RunsJson() {}

  /** The newest runs, and what waits. */
  public static Map<String, @Nullable Object> of(ShowRuns.Newest newest) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", newest.at().toString());
    json.put("waiting", waiting(newest.waiting()));
    json.put("runs", newest.runs().map(RunsJson::run).toJavaList());
    return json;
  }

  /** One run and what happened to it. */
  public static Map<String, @Nullable Object> of(ShowRuns.Told told) {
    Map<String, @Nullable Object> json = run(told.state());
    json.put("events", told.events().map(RunsJson::event).toJavaList());
    return json;
  }

  /** A run that nothing is recorded of. */
  public static Map<String, @Nullable Object> unknown(RunId run) {
    return run(RunState.absent(run));
  }

  private static Map<String, @Nullable Object> waiting(RequestQueue.Waiting waiting) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("pending", waiting.pending());
    json.put("claimed", waiting.claimed());
    json.put("oldest", waiting.oldest().map(Object::toString).getOrNull());
    return json;
  }

  /** As {@code status --json} has it, and what was asked for. */
  private static Map<String, @Nullable Object> run(RunState run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run_id", run.runId().value());
    json.put("job", run.asked().map(RunRequest::job).getOrNull());
    json.put("state", StateNames.of(run));
    json.put("requested_by", run.asked().map(RunRequest::requestedBy).getOrNull());
    json.put("requested_at", run.asked().map(asked -> asked.requestedAt().toString()).getOrNull());
    json.put("params", run.asked().map(asked -> asked.params().toJavaMap()).getOrNull());
    json.put("result", run.outcome().map(ResultJson::shown).getOrNull());
    return json;
  }

  private static Map<String, @Nullable Object> event(RunEvent event) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", event.at().toString());
    json.put("epoch", event.epoch());
    json.put("event", event.fold(WORDS));
    return json;
  }

  /** What happened, in a word or two. */
  public static String word(RunEvent event) {
    return event.fold(WORDS);
  }

  private static final RunEvent.Cases<String> WORDS =
      new RunEvent.Cases<>() {
        @Override
        public String requested(RunEvent.RunRequested event) {
          return "requested";
        }

        @Override
        public String claimed(RunEvent.RunClaimed event) {
          return "claimed";
        }

        @Override
        public String started(RunEvent.RunStarted event) {
          return "started";
        }

        @Override
        public String abandoned(RunEvent.RunAbandoned event) {
          return "abandoned";
        }

        @Override
        public String succeeded(RunEvent.RunSucceeded event) {
          return "succeeded";
        }

        @Override
        public String failed(RunEvent.RunFailed event) {
          return "failed";
        }

        @Override
        public String rejected(RunEvent.RunRejected event) {
          return "rejected";
        }
      };
}
