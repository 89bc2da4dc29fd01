package io.orderlake.bootstrap.up;

import io.orderlake.application.run.RunnerListener;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunnerEvent;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a runner does, in the log, and as far as people want to know, in notes. */
public final class RunnerNotes implements RunnerListener {
  private static final Logger LOG = LoggerFactory.getLogger(RunnerNotes.class);

  private final Consumer<String> notes;

  /**
   * @param notes takes a sentence, on the runner's threads
   */
  public RunnerNotes(Consumer<String> notes) {
    this.notes = notes;
  }

  @Override
  public void standingBy() {
    LOG.info("another runner is active; standing by");
    notes.accept("another runner is active on this lake; standing by");
  }

  @Override
  public void recorded(JournalEvent event) {
    LOG.info("{}", event);
    if (event instanceof RunEvent.RunStarted e) {
      notes.accept("run " + e.runId() + " began");
    } else if (event instanceof RunEvent.RunSucceeded e) {
      notes.accept("run " + e.runId() + " succeeded: lake version " + e.lakeVersion());
    } else if (event instanceof RunEvent.RunFailed e) {
      notes.accept("run " + e.runId() + " failed: " + e.failure().message());
    } else if (event instanceof RunEvent.RunRejected e) {
      notes.accept("request " + e.runId() + " was rejected: " + e.reason());
    } else if (event instanceof RunnerEvent.FileRejected e) {
      notes.accept("trigger file " + e.file() + " was rejected: " + e.reason());
    } else if (event instanceof RunnerEvent.JournalMended e) {
      notes.accept("the journal's torn end was set aside: " + e.what());
    }
  }

  @Override
  public void trouble(String what, Throwable cause) {
    LOG.warn("{}", what, cause);
    notes.accept(what);
  }
}
