package io.orderlake.bootstrap.up;

import io.orderlake.application.run.KeepFresh;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the watcher asks for, in the log; what troubles it, in notes too. */
public final class WatcherNotes implements KeepFresh.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(WatcherNotes.class);

  private final Consumer<String> notes;

  /**
   * A listener.
   *
   * @param notes takes a sentence, on the watcher's thread
   */
  public WatcherNotes(Consumer<String> notes) {
    this.notes = notes;
  }

  @Override
  public void asked(RunRequest request) {
    LOG.info("asked for {} as run {}", request.job(), request.runId());
  }

  @Override
  public void ended(RunResult result) {
    LOG.info("run {} ended: {}", result.runId(), result.ending());
  }

  @Override
  public void trouble(String what, LakeFailure cause) {
    LOG.warn("{}", what, cause);
    notes.accept(what);
  }
}
