package io.orderlake.adapters.filesystem.run;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.ResultOutbox;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.ResultJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Results as files {@code results/<run_id>.json}, each created once. */
public final class FileResultOutbox implements ResultOutbox {
  private final RunDirectories directories;

  public FileResultOutbox(RunDirectories directories) {
    this.directories = directories;
  }

  @Override
  public RunResult publish(RunResult result) {
    Path file = directories.result(result.runId());
    try {
      return DurableFiles.putNew(directories.made().tmp(), file, ResultJson.write(result))
          ? result
          : find(result.runId()).getOrElse(result);
    } catch (IOException e) {
      throw LakeFailure.of("cannot publish the result " + file + ": " + e, e);
    }
  }

  @Override
  public Option<RunResult> find(RunId runId) {
    Path file = directories.result(runId);
    try {
      RunResult result = ResultJson.read(DurableFiles.read(file, ResultJson.SIZE_LIMIT));
      if (!result.runId().equals(runId)) {
        throw new MalformedJson("it is the result of run " + result.runId());
      }
      return Option.some(result);
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the result %s is damaged: %s; delete it and ask again: it is written anew from the journal"
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw LakeFailure.of("cannot read the result " + file + ": " + e, e);
    }
  }
}
