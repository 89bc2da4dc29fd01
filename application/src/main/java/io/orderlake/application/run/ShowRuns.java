package io.orderlake.application.run;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;

/** The read model of runs: the newest of them, and one of them with all that happened to it. */
public final class ShowRuns {
  private final RunJournal journal;
  private final RunRequests requests;
  private final RequestQueue queue;
  private final InstantSource clock;

  public ShowRuns(
      RunJournal journal, RunRequests requests, RequestQueue queue, InstantSource clock) {
    this.journal = journal;
    this.requests = requests;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * A run.
   *
   * @param state where it stands
   * @param events what happened to it, oldest first; none when it is too long ago for the journal
   */
  public record Told(RunState state, Seq<RunEvent> events) {}

  /**
   * Runs at one time.
   *
   * @param at when that was
   * @param runner the last heartbeat of a runner, fresh or not
   * @param waiting what waits for it
   * @param runs what happened to last first
   */
  public record Newest(
      Instant at,
      Option<LeaderHeartbeat> runner,
      RequestQueue.Waiting waiting,
      Seq<RunState> runs) {}

  /**
   * The newest runs, as far as {@link RunJournal#EVENTS_SEARCHED} events reach.
   *
   * @param atMost how many
   * @throws io.orderlake.domain.lake.LakeFailure when something it reads is damaged
   */
  public Newest newest(int atMost) {
    LinkedHashMap<RunId, List<RunEvent>> byRun = LinkedHashMap.empty();
    for (RunEvent event : events()) {
      byRun =
          byRun
              .remove(event.runId())
              .put(event.runId(), byRun.get(event.runId()).getOrElse(List.empty()).append(event));
    }
    Seq<RunState> runs =
        byRun
            .toList()
            .reverse()
            .flatMap(run -> RunState.fold(run._1, run._2).toOption())
            .take(atMost);
    return new Newest(clock.instant(), requests.runner(), queue.now(), runs);
  }

  private Seq<RunEvent> events() {
    return journal
        .recent(RunJournal.EVENTS_SEARCHED)
        .flatMap(event -> event.stream(Option::some, runner -> Option.<RunEvent>none()));
  }

  /**
   * One run; none when nobody has heard of it.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when something it reads is damaged
   */
  public Option<Told> run(RunId id) {
    Seq<RunEvent> events = journal.history(id);
    Option<RunState> recorded =
        RunState.fold(id, events).toOption().filter(state -> !(state instanceof RunState.Absent));
    return recorded
        .map(state -> new Told(state, events))
        .orElse(() -> requests.result(id).map(ShowRuns::ended));
  }

  private static Told ended(RunResult result) {
    return new Told(new RunState.Ended(Option.none(), result), List.empty());
  }
}
