package io.orderlake.adapters.filesystem.run;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.protocol.json.MalformedJson;
import io.orderlake.protocol.run.EpochJson;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The leader lock as an operating system's lock on {@code triggers/runner.lock}.
 *
 * <p>POSIX drops a process's locks on a file when the process closes any descriptor of that file;
 * so a lock that this process holds is remembered here, and its file is not opened a second time.
 */
public final class FileLeaderLock implements LeaderLock {
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final RunDirectories directories;

  public FileLeaderLock(RunDirectories directories) {
    this.directories = directories;
  }

  @Override
  public Option<Held> tryTake(long atLeast) {
    synchronized (HELD_HERE) {
      try {
        Path triggers = directories.made().triggers().toRealPath();
        if (HELD_HERE.contains(triggers)) {
          return Option.none();
        }
        Option<FileChannel> lock = lock();
        if (lock.isEmpty()) {
          return Option.none();
        }
        Held held = hold(triggers, lock.get(), atLeast);
        HELD_HERE.add(triggers);
        return Option.some(held);
      } catch (IOException e) {
        throw LakeFailure.of("cannot lock " + directories.lock() + ": " + e, e);
      }
    }
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel
  private Option<FileChannel> lock() throws IOException {
    FileChannel channel = FileChannel.open(directories.lock(), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return Option.some(channel);
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Option.none();
  }

  private Held hold(Path triggers, FileChannel lock, long atLeast) throws IOException {
    try {
      long epoch = Math.max(lastEpoch(), atLeast) + 1;
      DurableFiles.put(directories.tmp(), directories.epoch(), EpochJson.write(epoch));
      return new Holder(triggers, lock, epoch);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private long lastEpoch() throws IOException {
    Path file = directories.epoch();
    try {
      return EpochJson.read(DurableFiles.read(file, 1024));
    } catch (NoSuchFileException e) {
      return 0;
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the epoch %s is damaged: %s; delete it, the next is taken from the published versions"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private final class Holder implements Held {
    private final Path triggers;
    private final FileChannel lock;
    private final long epoch;

    private Holder(Path triggers, FileChannel lock, long epoch) {
      this.triggers = triggers;
      this.lock = lock;
      this.epoch = epoch;
    }

    @Override
    public long epoch() {
      return epoch;
    }

    @Override
    public boolean isHeld() {
      return lock.isOpen();
    }

    @Override
    public synchronized void show(LeaderHeartbeat heartbeat) {
      try {
        if (lock.isOpen()) {
          HeartbeatFile.write(directories.tmp(), directories.heartbeat(), heartbeat);
        }
      } catch (IOException e) {
        throw LakeFailure.of("cannot write " + directories.heartbeat() + ": " + e, e);
      }
    }

    @Override
    public synchronized void close() {
      synchronized (HELD_HERE) {
        if (!lock.isOpen()) {
          return;
        }
        HELD_HERE.remove(triggers);
        try (lock) {
          Files.deleteIfExists(directories.heartbeat());
        } catch (IOException e) {
          throw LakeFailure.of(
              "cannot give up the leader lock " + directories.lock() + ": " + e, e);
        }
      }
    }
  }
}
