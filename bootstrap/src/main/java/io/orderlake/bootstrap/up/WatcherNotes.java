package io.orderlake.bootstrap.up;

import io.orderlake.application.run.KeepFresh;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the watcher asks for, in the log; what fails of it or troubles it, for people, once. */
public final class WatcherNotes implements KeepFresh.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(WatcherNotes.class);
  private static final String WATCHER = "watcher";

  private final Troubles troubles;

  public WatcherNotes(Troubles troubles) {
    this.troubles = troubles;
  }

  @Override
  public void asked(RunRequest request) {
    LOG.info("asked for {} as run {}", request.job(), request.runId());
  }

  @Override
  public void ended(RunResult result) {
    LOG.info("run {} ended: {}", result.runId(), result.ending());
    result
        .failure()
        .peek(failure -> FailedRun.tell(troubles, result.job(), result.runId(), failure))
        .onEmpty(() -> FailedRun.over(troubles, result.job(), result.runId()));
  }

  @Override
  public void trouble(String what, LakeFailure cause) {
    LOG.warn("{}", what, cause);
    troubles.met(WATCHER, what, what);
  }

  @Override
  public void troubleIsOver() {
    troubles.over(WATCHER, "the watcher goes on");
  }
}
