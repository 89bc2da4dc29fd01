package io.orderlake.adapters.filesystem.run;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.orderlake.protocol.run.TriggerJson;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What lies in {@code pending/} and {@code claimed/}; needs no right to write. */
public final class FileRequestQueue implements RequestQueue {
  private final RunDirectories directories;

  public FileRequestQueue(RunDirectories directories) {
    this.directories = directories;
  }

  @Override
  public Waiting now() {
    List<Trigger> pending = list(directories.pending()).flatMap(TriggerFile::read);
    List<Trigger> claimed = list(directories.claimed()).flatMap(TriggerFile::read);
    return new Waiting(
        pending.size(),
        claimed.size(),
        pending
            .appendAll(claimed)
            .flatMap(t -> t.fold(Option::some, malformed -> Option.<RunRequest>none()))
            .map(RunRequest::requestedAt)
            .min());
  }

  private static List<Path> list(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      return List.ofAll(files)
          .filter(file -> !TriggerJson.isUnfinished(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException e) {
      return List.empty();
    } catch (IOException | DirectoryIteratorException e) {
      throw LakeFailure.of("cannot list " + directory + ": " + e, e);
    }
  }
}
