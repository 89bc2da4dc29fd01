package io.orderlake.bootstrap.up;

import io.orderlake.application.run.RunnerListener;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunnerEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a runner does, in the log; for people what troubles it, once, and on request each run, too.
 */
public final class RunnerNotes implements RunnerListener {
  private static final Logger LOG = LoggerFactory.getLogger(RunnerNotes.class);
  private static final String RUNNER = "runner";

  private final Troubles troubles;
  private final Consumer<String> notes;
  private final boolean eachRun;
  private final Map<RunId, String> jobs = new ConcurrentHashMap<>();

  private RunnerNotes(Troubles troubles, Consumer<String> notes, boolean eachRun) {
    this.troubles = troubles;
    this.notes = notes;
    this.eachRun = eachRun;
  }

  /** Tells of each run that begins and ends. */
  public static RunnerNotes ofEachRun(Consumer<String> notes) {
    return new RunnerNotes(new Troubles(notes), notes, true);
  }

  /** Tells what goes wrong only. */
  public static RunnerNotes ofTroubles(Troubles troubles, Consumer<String> notes) {
    return new RunnerNotes(troubles, notes, false);
  }

  @Override
  public void standingBy() {
    LOG.info("another runner is active; standing by");
    notes.accept("another runner is active on this lake; standing by");
  }

  @Override
  public void recorded(JournalEvent event) {
    LOG.info("{}", event);
    if (event instanceof RunEvent.RunRequested e) {
      jobs.put(e.runId(), e.request().job());
    } else if (event instanceof RunEvent.RunStarted e) {
      tellOfRun("run " + e.runId() + " began");
    } else if (event instanceof RunEvent.RunSucceeded e) {
      FailedRun.over(troubles, jobOf(e.runId()), e.runId());
      tellOfRun("run " + e.runId() + " succeeded: lake version " + e.outcome().lakeVersion());
    } else if (event instanceof RunEvent.RunFailed e) {
      if (!FailedRun.tell(troubles, jobOf(e.runId()), e.runId(), e.failure())) {
        tellOfRun("run " + e.runId() + " failed for the same reason");
      }
    } else if (event instanceof RunEvent.RunRejected e) {
      notes.accept("request " + e.runId() + " was rejected: " + e.reason());
    } else if (event instanceof RunnerEvent.FileRejected e) {
      notes.accept("trigger file " + e.file() + " was rejected: " + e.reason());
    } else if (event instanceof RunnerEvent.JournalMended e) {
      notes.accept("the journal's torn end was set aside: " + e.what());
    }
  }

  private void tellOfRun(String sentence) {
    if (eachRun) {
      notes.accept(sentence);
    }
  }

  /** Asked once, when the run is over; one that another runner has begun is its own job. */
  private String jobOf(RunId run) {
    String job = jobs.remove(run);
    return job == null ? run.value() : job;
  }

  @Override
  public void trouble(String what, Throwable cause) {
    LOG.warn("{}", what, cause);
    troubles.met(RUNNER, what, what);
  }

  @Override
  public void troubleIsOver() {
    troubles.over(RUNNER, "the runner goes on");
  }
}
