package io.orderlake.adapters.filesystem.run;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.orderlake.domain.run.TriggerInbox;
import io.orderlake.protocol.run.TriggerJson;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;

/** Requests as files: {@code pending/}, {@code claimed/}, {@code rejected/}. */
public final class FileTriggerInbox implements TriggerInbox, AutoCloseable {
  private static final int REJECTED_NAME_LIMIT = 200;

  private final RunDirectories directories;
  private final DirectoryWatch watch;

  /** Watches from now until it is closed. */
  public FileTriggerInbox(RunDirectories directories) {
    this.directories = directories;
    this.watch = DirectoryWatch.of(directories.made().pending());
  }

  @Override
  public Seq<Trigger> pending() {
    return inOrder(directories.pending());
  }

  @Override
  public Seq<Trigger> claimed() {
    return inOrder(directories.claimed());
  }

  @Override
  public Option<Trigger> claim(RunId runId) {
    Path claimed = directories.claimed(runId);
    try {
      return DurableFiles.move(directories.pending(runId), claimed)
          ? TriggerFile.read(claimed)
          : Option.none();
    } catch (IOException e) {
      throw failed("claim " + runId, e);
    }
  }

  @Override
  public void discard(RunId runId) {
    try {
      DurableFiles.delete(directories.claimed(runId));
    } catch (IOException e) {
      throw failed("delete the claim of " + runId, e);
    }
  }

  @Override
  public void reject(Trigger.Malformed malformed) {
    find(directories.claimed(), malformed.file())
        .orElse(() -> find(directories.pending(), malformed.file()))
        .forEach(file -> reject(file, malformed.reason()));
  }

  @Override
  public void reject(RunId runId, String reason) {
    Path claimed = directories.claimed(runId);
    if (Files.exists(claimed, LinkOption.NOFOLLOW_LINKS)) {
      reject(claimed, reason);
    }
  }

  @Override
  public void await(Duration atMost) {
    watch.await(atMost);
  }

  @Override
  public void wakeUp() {
    watch.wakeUp();
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException e) {
      throw failed("stop watching", e);
    }
  }

  /** The reason first, so that no rejected file is ever without one. */
  private void reject(Path file, String reason) {
    String wanted = String.valueOf(file.getFileName());
    String base =
        wanted.length() > REJECTED_NAME_LIMIT ? wanted.substring(0, REJECTED_NAME_LIMIT) : wanted;
    try {
      for (int number = 0; ; number++) {
        String name = number == 0 ? base : base + "." + number;
        Path target = directories.rejected().resolve(name);
        Path reasonFile = directories.rejected().resolve(name + ".reason.txt");
        boolean free =
            !Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && DurableFiles.putNew(
                    directories.tmp(),
                    reasonFile,
                    (reason + "\n").getBytes(StandardCharsets.UTF_8));
        if (free) {
          DurableFiles.move(file, target);
          return;
        }
      }
    } catch (IOException e) {
      throw failed("move " + file + " to " + directories.rejected(), e);
    }
  }

  private Seq<Trigger> inOrder(Path directory) {
    return list(directory)
        .flatMap(TriggerFile::read)
        .partition(trigger -> trigger instanceof Trigger.Malformed)
        .apply(
            (malformed, requests) ->
                malformed.appendAll(
                    requests
                        .flatMap(t -> t.fold(Option::some, m -> Option.<RunRequest>none()))
                        .sorted(RunRequest.SERVING_ORDER)
                        .map(Trigger.WellFormed::new)));
  }

  private Option<Path> find(Path directory, String name) {
    return list(directory).find(file -> String.valueOf(file.getFileName()).equals(name));
  }

  private List<Path> list(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      return List.ofAll(files)
          .filter(file -> !TriggerJson.isUnfinished(String.valueOf(file.getFileName())));
    } catch (IOException | DirectoryIteratorException e) {
      throw LakeFailure.of("cannot list " + directory + ": " + e, e);
    }
  }

  private LakeFailure failed(String what, IOException e) {
    return LakeFailure.of("cannot " + what + " in " + directories.triggers() + ": " + e, e);
  }
}
