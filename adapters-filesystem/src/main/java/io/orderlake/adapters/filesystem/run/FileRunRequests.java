package io.orderlake.adapters.filesystem.run;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.run.RequestJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The requester's side on files. */
public final class FileRunRequests implements RunRequests {
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final RunDirectories directories;
  private final FileResultOutbox results;

  public FileRunRequests(RunDirectories directories) {
    this.directories = directories;
    this.results = new FileResultOutbox(directories);
  }

  @Override
  public void submit(RunRequest request) {
    byte[] content = RequestJson.write(request);
    try {
      directories.made();
      DurableFiles.put(directories.tmp(), directories.pending(request.runId()), content);
    } catch (IOException e) {
      throw failed("submit the request " + request.runId(), e);
    }
  }

  @Override
  public Option<RunResult> result(RunId runId) {
    return results.find(runId);
  }

  @Override
  public Option<RunResult> awaitResult(RunId runId, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Option<RunResult> result = result(runId);
    try {
      while (result.isEmpty() && deadline - System.nanoTime() > 0) {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        result = result(runId);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return result;
  }

  @Override
  public boolean cancel(RunId runId) {
    try {
      return DurableFiles.delete(directories.pending(runId));
    } catch (IOException e) {
      throw failed("cancel the request " + runId, e);
    }
  }

  @Override
  public Option<LeaderHeartbeat> runner() {
    return HeartbeatFile.read(directories.heartbeat());
  }

  private LakeFailure failed(String what, IOException e) {
    return LakeFailure.of("cannot " + what + " in " + directories.triggers() + ": " + e, e);
  }
}
