package io.orderlake.adapters.spark;

import io.delta.storage.CloseableIterator;
import io.delta.storage.HadoopFileSystemLogStore;
import io.orderlake.adapters.spark.delta.disk.LocalLogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The log store of local disks, which can be told to make one commit and then answer otherwise, and
 * which counts how often commits are read.
 */
public final class ForgetfulLogStore extends HadoopFileSystemLogStore {
  private static final AtomicReference<Answer> NEXT = new AtomicReference<>(Answer.TRUE);
  private static final AtomicReference<String> UNREADABLE = new AtomicReference<>("");
  private static final Map<String, LongAdder> READ = new ConcurrentHashMap<>();

  private final LocalLogStore store;

  /** Made by Delta, by name. */
  public ForgetfulLogStore(Configuration hadoopConfiguration) {
    super(hadoopConfiguration);
    store = new LocalLogStore(hadoopConfiguration);
  }

  private record Answer(String table, boolean isRefusal) {
    static final Answer TRUE = new Answer("", false);

    boolean isOf(Path path) {
      return !table.isEmpty() && isLogOf(table, path);
    }
  }

  private static boolean isLogOf(String table, Path path) {
    return path.toString().contains(table + "/_delta_log/");
  }

  /**
   * The next commit to the table is made, and said to have failed; nor can the log be read once
   * after it.
   */
  static void forgetNextCommitTo(String table) {
    NEXT.set(new Answer(table, false));
  }

  /** The next commit to the table is made, and answered as if another writer's were there. */
  static void refuseNextCommitTo(String table) {
    NEXT.set(new Answer(table, true));
  }

  /** How many commits of the table in that directory have been read; each reading counts. */
  public static long commitsReadIn(java.nio.file.Path table) {
    return READ.entrySet().stream()
        .filter(read -> isLogOf(table.toString(), new Path(read.getKey())))
        .mapToLong(read -> read.getValue().sum())
        .sum();
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    store.write(path, actions, overwrite, configuration);
    Answer answer = NEXT.get();
    if (answer.isOf(path) && NEXT.compareAndSet(answer, Answer.TRUE)) {
      if (answer.isRefusal) {
        throw new FileAlreadyExistsException(path.toString());
      }
      UNREADABLE.set(answer.table);
      throw new IOException("the disk is gone");
    }
  }

  @Override
  public Iterator<FileStatus> listFrom(Path path, Configuration configuration) throws IOException {
    String table = UNREADABLE.get();
    if (!table.isEmpty() && isLogOf(table, path) && UNREADABLE.compareAndSet(table, "")) {
      throw new IOException("the disk is still gone");
    }
    return super.listFrom(path, configuration);
  }

  @Override
  public CloseableIterator<String> read(Path path, Configuration configuration) throws IOException {
    READ.computeIfAbsent(path.toString(), unread -> new LongAdder()).increment();
    return super.read(path, configuration);
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return store.isPartialWriteVisible(path, configuration);
  }
}
