package io.orderlake.adapters.filesystem.run;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
  private final @Nullable WatchService service;
  private final Semaphore news = new Semaphore(0);
  private volatile Duration poll = WATCHED_POLL;

  private DirectoryWatch(Path directory, @Nullable WatchService service) {
    this.directory = directory;
    this.service = service;
  }

  static DirectoryWatch of(Path directory) {
    return of(directory, directory.getFileSystem()::newWatchService);
  }

  /** A watch by that service, if there is one to be had. */
  static DirectoryWatch of(Path directory, Callable<WatchService> services) {
    WatchService service = null;
    try {
      service = services.call();
      directory.register(service, StandardWatchEventKinds.ENTRY_CREATE);
    } catch (Exception e) {
      // The system has no more instances, no more watches, or no such thing.
      DirectoryWatch unwatched = new DirectoryWatch(directory, service);
      unwatched.fallBack(e.toString());
      return unwatched;
    }
    WatchService watching = service;
    DirectoryWatch watch = new DirectoryWatch(directory, watching);
    Thread thread = new Thread(() -> watch.pass(watching), "trigger-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /** Whether the system says when there is news. */
  boolean isWatching() {
    return poll.equals(WATCHED_POLL);
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

  private void pass(WatchService watching) {
    try {
      while (true) {
        WatchKey key = watching.take();
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
    if (service != null) {
      service.close();
    }
  }
}
