package io.orderlake.application.run;

import io.orderlake.application.run.LakeStatus.Failing;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunJournal;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * Which jobs have failed and not succeeded since, as far as {@link RunJournal#EVENTS_SEARCHED}
 * reach. A request that was wrong says nothing of the job that it asked for.
 */
final class FailingJobs {
  private final RunJournal journal;
  private Map<RunId, String> jobs = HashMap.empty();
  private Map<String, Failing> failing = LinkedHashMap.empty();

  FailingJobs(RunJournal journal) {
    this.journal = journal;
  }

  Seq<Failing> now() {
    journal.recent(RunJournal.EVENTS_SEARCHED).forEach(this::look);
    return failing.values();
  }

  private void look(JournalEvent event) {
    if (event instanceof RunEvent.RunRequested e) {
      jobs = jobs.put(e.runId(), e.request().job());
    } else if (event instanceof RunEvent.RunSucceeded e) {
      jobOf(e.runId()).forEach(job -> failing = failing.remove(job));
    } else if (event instanceof RunEvent.RunFailed e
        && e.failure().category() != RunFailure.Category.REQUEST) {
      jobOf(e.runId()).forEach(job -> failed(job, e));
    }
  }

  private void failed(String job, RunEvent.RunFailed event) {
    Option<Failing> before = failing.get(job);
    failing =
        failing.put(
            job,
            new Failing(
                job,
                event.runId(),
                before.map(Failing::since).getOrElse(event.at()),
                event.at(),
                before.map(Failing::times).getOrElse(0) + 1,
                event.failure()));
  }

  private Option<String> jobOf(RunId run) {
    return jobs.get(run)
        .orElse(
            () ->
                RunState.fold(run, journal.history(run))
                    .toOption()
                    .flatMap(RunState::asked)
                    .map(request -> request.job()));
  }
}
