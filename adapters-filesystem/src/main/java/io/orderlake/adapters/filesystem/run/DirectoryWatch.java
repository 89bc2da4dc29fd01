package io.orderlake.adapters.filesystem.run;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever waits when a name appears in a directory. A hint only: where the system cannot
 * watch, or drops events, the wait is short instead.
 */
final class DirectoryWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatch.class);
  private static final Duration WATCHED_POLL = Duration.ofSeconds(1);
  private static final Duration UNWATCHED_POLL = Duration.ofMillis(100);

  private final Path directory;
  private final WatchService service;
  private final Semaphore news = new Semaphore(0);
  private volatile Duration poll = WATCHED_POLL;

  private DirectoryWatch(Path directory, WatchService service) {
    this.directory = directory;
    this.service = service;
  }

  static DirectoryWatch of(Path directory) throws IOException {
    DirectoryWatch watch =
        new DirectoryWatch(directory, directory.getFileSystem().newWatchService());
    try {
      directory.register(watch.service, StandardWatchEventKinds.ENTRY_CREATE);
    } catch (IOException e) {
      watch.fallBack(e.toString());
      return watch;
    }
    Thread thread = new Thread(watch::pass, "trigger-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /** Waits for news, at most that long, and at most until it is time to look without any. */
  void await(Duration atMost) {
    Duration wait = atMost.compareTo(poll) < 0 ? atMost : poll;
    try {
      if (news.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void wakeUp() {
    news.release();
  }

  private void pass() {
    try {
      while (true) {
        WatchKey key = service.take();
        boolean some = !key.pollEvents().isEmpty();
        if (some) {
          news.release();
        }
        if (!key.reset()) {
          fallBack("the directory is gone");
          return;
        }
      }
    } catch (ClosedWatchServiceException e) {
      LOG.debug("no longer watching {}", directory);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fallBack(String why) {
    poll = UNWATCHED_POLL;
    LOG.warn("cannot watch {} and look there every {} instead: {}", directory, poll, why);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
