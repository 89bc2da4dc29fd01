package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.StoredObject;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.Decision;
import io.orderlake.protocol.run.DecisionJson;
import io.orderlake.protocol.run.RequestJson;
import io.orderlake.protocol.run.TriggerJson;
import io.vavr.collection.List;
import io.vavr.control.Option;

/**
 * Where requesters and runner exchange requests.
 *
 * <ul>
 *   <li>{@code pending/<run_id>.json} is a request that waits. Putting it again changes nothing.
 *   <li>{@code decided/<run_id>.json} is put once, by whoever is first: by the runner that claims,
 *       with the request in it, or by the requester that withdraws. It is never removed, so what
 *       was withdrawn never runs, and what was claimed is never withdrawn.
 *   <li>{@code claimed/<run_id>.json} is a request that was claimed and not let go of: put after
 *       the decision and before the request is taken out of {@code pending/}, so that whatever was
 *       decided as claimed and is not over lies in one of the two. Nobody has to list what was ever
 *       decided.
 *   <li>{@code rejected/} is what was no request, with reasons.
 * </ul>
 */
record Exchange(
    ControlPlace pending, ControlPlace decided, ControlPlace claimed, ControlPlace rejected) {
  static Exchange of(ControlPlace control) {
    ControlPlace triggers = control.below("triggers");
    return new Exchange(
        triggers.below("pending"),
        triggers.below("decided"),
        triggers.below("claimed"),
        triggers.below("rejected"));
  }

  static String name(RunId runId) {
    return runId + TriggerJson.SUFFIX;
  }

  /** What lies there and is not being written. */
  static List<StoredObject> listed(ControlPlace place) {
    return place.list("").reject(object -> TriggerJson.isUnfinished(object.name()));
  }

  /** What they are; those that are gone meanwhile are left out. */
  static List<Trigger> read(ControlPlace place, List<StoredObject> objects) {
    return objects.flatMap(
        object ->
            TriggerJson.runId(object.name())
                .fold(Option::<Trigger>some, runId -> read(place, runId, object.size())));
  }

  private static Option<Trigger> read(ControlPlace place, RunId runId, long size) {
    return size > RequestJson.SIZE_LIMIT
        ? Option.some(malformed(runId, "it is larger than " + RequestJson.SIZE_LIMIT + " bytes"))
        : read(place, runId);
  }

  static Option<Trigger> read(ControlPlace place, RunId runId) {
    return place.get(name(runId)).map(bytes -> read(runId, bytes));
  }

  static Trigger read(RunId runId, byte[] bytes) {
    try {
      return new Trigger.WellFormed(TriggerJson.read(runId, bytes));
    } catch (MalformedJson e) {
      return malformed(runId, e.getMessage());
    }
  }

  static Trigger malformed(RunId runId, String reason) {
    return new Trigger.Malformed(name(runId), Option.some(runId), reason);
  }

  /** What was decided of a request; none while it is open. */
  Option<Decision> decision(RunId runId) {
    return decided.get(name(runId)).map(bytes -> decision(runId, bytes));
  }

  private Decision decision(RunId runId, byte[] bytes) {
    try {
      return DecisionJson.read(bytes);
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the decision %s is damaged: %s; restore it from a backup, or delete it if nobody has withdrawn the request"
              .formatted(decided.shown(name(runId)), e.getMessage()),
          e);
    }
  }

  /**
   * Decides, unless somebody has.
   *
   * @return what is decided now
   */
  Decision decide(RunId runId, Decision wanted) {
    return decided.putNew(name(runId), DecisionJson.write(wanted))
        ? wanted
        : decision(runId).getOrElse(wanted);
  }

  /** What both sides see of waiting requests. */
  static Option<RunRequest> request(Trigger trigger) {
    return trigger.fold(Option::some, malformed -> Option.<RunRequest>none());
  }
}
