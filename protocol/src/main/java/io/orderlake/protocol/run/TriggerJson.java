package io.orderlake.protocol.run;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.orderlake.protocol.json.MalformedJson;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** What lies in the inbox: a request under its run id and {@value #SUFFIX}. */
public final class TriggerJson {
  public static final String SUFFIX = ".json";

  private TriggerJson() {}

  /**
   * True for the names of what is still being written: they end in {@code .tmp}, or begin with a
   * dot and do not end in {@code .json}.
   */
  public static boolean isUnfinished(String name) {
    return name.endsWith(".tmp") || (name.startsWith(".") && !name.endsWith(SUFFIX));
  }

  /** The run id that a name says, or what is to be told of that name. */
  public static Either<Trigger.Malformed, RunId> runId(String name) {
    return name.endsWith(SUFFIX)
        ? RunId.parse(name.substring(0, name.length() - SUFFIX.length()))
            .mapLeft(why -> new Trigger.Malformed(name, Option.none(), why))
        : Either.left(
            new Trigger.Malformed(
                name, Option.none(), "the name of a request is its run_id and then .json"));
  }

  /** The request that lies under that id. */
  public static RunRequest read(RunId runId, byte[] bytes) throws MalformedJson {
    RunRequest request = RequestJson.read(bytes);
    if (!request.runId().equals(runId)) {
      throw new MalformedJson(
          "its run_id is '" + request.runId() + "', but its name says '" + runId + "'");
    }
    return request;
  }
}
