package io.orderlake.adapters.filesystem.run;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.run.RunnerSeat;
import io.orderlake.domain.run.RunnerSign;
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
 * The seat as an operating system's lock on {@code triggers/runner.lock}.
 *
 * <p>POSIX drops a process's locks on a file when the process closes any descriptor of that file;
 * so a seat held in this process is remembered here, and its lock file is not opened a second time.
 */
public final class FileRunnerSeat implements RunnerSeat {
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final RunDirectories directories;

  public FileRunnerSeat(RunDirectories directories) {
    this.directories = directories;
  }

  @Override
  public Option<Held> tryTake(long atLeast) {
    synchronized (HELD_HERE) {
      try {
        Path seat = directories.made().triggers().toRealPath();
        if (HELD_HERE.contains(seat)) {
          return Option.none();
        }
        Option<FileChannel> lock = lock();
        if (lock.isEmpty()) {
          return Option.none();
        }
        Held held = sit(seat, lock.get(), atLeast);
        HELD_HERE.add(seat);
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

  private Held sit(Path seat, FileChannel lock, long atLeast) throws IOException {
    try {
      long epoch = Math.max(lastEpoch(), atLeast) + 1;
      DurableFiles.put(directories.tmp(), directories.epoch(), EpochJson.write(epoch));
      return new Holder(seat, lock, epoch);
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
    private final Path seat;
    private final FileChannel lock;
    private final long epoch;

    private Holder(Path seat, FileChannel lock, long epoch) {
      this.seat = seat;
      this.lock = lock;
      this.epoch = epoch;
    }

    @Override
    public long epoch() {
      return epoch;
    }

    @Override
    public synchronized void show(RunnerSign sign) {
      try {
        if (lock.isOpen()) {
          SignFile.write(directories.tmp(), directories.sign(), sign);
        }
      } catch (IOException e) {
        throw LakeFailure.of("cannot write " + directories.sign() + ": " + e, e);
      }
    }

    @Override
    public synchronized void close() {
      synchronized (HELD_HERE) {
        if (!lock.isOpen()) {
          return;
        }
        HELD_HERE.remove(seat);
        try (lock) {
          Files.deleteIfExists(directories.sign());
        } catch (IOException e) {
          throw LakeFailure.of("cannot leave the seat " + directories.lock() + ": " + e, e);
        }
      }
    }
  }
}
