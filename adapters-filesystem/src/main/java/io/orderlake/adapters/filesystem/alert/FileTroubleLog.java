package io.orderlake.adapters.filesystem.alert;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.orderlake.adapters.filesystem.DurableFiles;
import io.orderlake.domain.alert.TroubleLog;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.protocol.alert.ToldJson;
import io.orderlake.protocol.json.MalformedJson;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The file {@code told.json}; who tells has the operating system's lock on {@code lock} beside it.
 * A lock that this process holds is remembered here, since closing another descriptor of the same
 * file would drop it.
 */
public final class FileTroubleLog implements TroubleLog {
  private static final int SIZE_LIMIT = 1 << 20;
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final Path directory;
  private final Path file;

  /**
   * That of a directory.
   *
   * @param directory made when it is needed
   */
  public FileTroubleLog(Path directory) {
    this.directory = directory;
    this.file = directory.resolve("told.json");
  }

  @Override
  public Option<Held> tryTake() {
    synchronized (HELD_HERE) {
      try {
        Files.createDirectories(directory);
        Path real = directory.toRealPath();
        Option<FileChannel> lock = HELD_HERE.contains(real) ? Option.none() : lock();
        return lock.map(channel -> hold(real, channel));
      } catch (IOException e) {
        throw LakeFailure.of("cannot lock %s: %s".formatted(directory.resolve("lock"), e), e);
      }
    }
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel
  private Option<FileChannel> lock() throws IOException {
    FileChannel channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
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

  private Held hold(Path real, FileChannel lock) {
    try {
      Holder holder = new Holder(real, lock, read());
      HELD_HERE.add(real);
      return holder;
    } catch (RuntimeException e) {
      free(lock);
      throw e;
    }
  }

  private static void free(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw LakeFailure.of("cannot give up a lock: " + e, e);
    }
  }

  private Seq<Entry> read() {
    try {
      return ToldJson.read(DurableFiles.read(file, SIZE_LIMIT));
    } catch (NoSuchFileException e) {
      return List.empty();
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          "the file %s is damaged: %s; delete it, and what is wrong is told anew"
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw LakeFailure.of("cannot read %s: %s".formatted(file, e), e);
    }
  }

  private final class Holder implements Held {
    private final Path real;
    private final FileChannel lock;
    private Seq<Entry> entries;

    private Holder(Path real, FileChannel lock, Seq<Entry> entries) {
      this.real = real;
      this.lock = lock;
      this.entries = entries;
    }

    @Override
    public synchronized Seq<Entry> entries() {
      return entries;
    }

    @Override
    public synchronized void keep(Seq<Entry> kept) {
      try {
        DurableFiles.put(directory, file, ToldJson.write(kept));
        entries = kept.toList();
      } catch (IOException e) {
        throw LakeFailure.of("cannot write %s: %s".formatted(file, e), e);
      }
    }

    @Override
    public void close() {
      synchronized (HELD_HERE) {
        if (lock.isOpen()) {
          HELD_HERE.remove(real);
          free(lock);
        }
      }
    }
  }
}
