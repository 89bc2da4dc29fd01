package io.orderlake.bootstrap.up;

import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which process is the lake's broker: its id and when it began, so that an id given to another
 * process meanwhile is not mistaken for it. A broker ends by itself when the process that started
 * it dies, but not at once.
 *
 * @param file where that is kept
 */
record BrokerTrace(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerTrace.class);
  private static final long PATIENCE_SECONDS = 20;

  void leave(long pid) {
    String started = ProcessHandle.of(pid).map(BrokerTrace::startOf).orElse("");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, pid + " " + started + "\n");
    } catch (IOException e) {
      throw LakeFailure.of("cannot write to " + file, e);
    }
  }

  /** Waits for the end of a broker left behind by a process that was killed; then forces it. */
  void endLeftBehind() {
    for (ProcessHandle broker : leftBehind()) {
      LOG.warn("waiting for the end of a broker left behind, process {}", broker.pid());
      try {
        broker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        LOG.warn("ending process {} by force", broker.pid(), e);
        broker.destroyForcibly();
        broker.onExit().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Option<ProcessHandle> leftBehind() {
    try {
      String[] words = Files.readString(file).strip().split(" ", 2);
      return Option.ofOptional(ProcessHandle.of(Long.parseLong(words[0])))
          .filter(p -> words.length == 2 && startOf(p).equals(words[1]) && p.isAlive());
    } catch (NoSuchFileException e) {
      return Option.none();
    } catch (IOException | NumberFormatException e) {
      LOG.warn("cannot tell from {} which broker was left behind, if any", file, e);
      return Option.none();
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("cannot remove {}", file, e);
    }
  }
}
