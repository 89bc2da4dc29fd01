package io.orderlake.adapters.spark;

import io.delta.storage.HadoopFileSystemLogStore;
import io.orderlake.adapters.spark.delta.disk.LocalLogStore;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The log store of local disks, which can be told to make one commit and then report a failure. */
public final class ForgetfulLogStore extends HadoopFileSystemLogStore {
  private static final AtomicReference<String> TABLE = new AtomicReference<>("");

  private final LocalLogStore store;

  /** Made by Delta, by name. */
  public ForgetfulLogStore(Configuration hadoopConfiguration) {
    super(hadoopConfiguration);
    store = new LocalLogStore(hadoopConfiguration);
  }

  /** The next commit to the table is made, and said to have failed. */
  static void forgetNextCommitTo(String table) {
    TABLE.set(table);
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    store.write(path, actions, overwrite, configuration);
    String table = TABLE.get();
    if (!table.isEmpty()
        && path.toString().contains(table + "/_delta_log/")
        && TABLE.compareAndSet(table, "")) {
      throw new IOException("the disk is gone");
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return store.isPartialWriteVisible(path, configuration);
  }
}
