package io.orderlake.adapters.objectstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.delta.storage.CloseableIterator;
import io.delta.storage.HadoopFileSystemLogStore;
import io.delta.storage.LineCloseableIterator;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.stores.Stores;
import io.vavr.collection.List;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on a store: a commit is put on condition that its version is free, so of any
 * processes that commit one version exactly one succeeds. Delta's own store for S3 looks first and
 * puts then, under a lock that only its own process knows, and loses commits of others. A commit, a
 * look at the log and reading a commit are one request each.
 */
public final class ObjectLogStore extends HadoopFileSystemLogStore {
  /** Made by Delta, by name. */
  public ObjectLogStore(Configuration hadoopConfiguration) {
    super(hadoopConfiguration);
  }

  @Override
  public CloseableIterator<String> read(Path path, Configuration configuration) throws IOException {
    byte[] content =
        store(path, configuration)
            .get(Stores.key(path))
            .getOrElseThrow(() -> new FileNotFoundException("no such object: " + path));
    return new LineCloseableIterator(
        new InputStreamReader(new ByteArrayInputStream(content), UTF_8));
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    ObjectStore objects = store(path, configuration);
    byte[] content = lines(actions);
    if (overwrite) {
      objects.put(Stores.key(path), content);
    } else if (!objects.putNew(Stores.key(path), content)) {
      throw new FileAlreadyExistsException(path.toString());
    }
  }

  private static byte[] lines(Iterator<String> actions) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    while (actions.hasNext()) {
      lines.writeBytes(actions.next().getBytes(UTF_8));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  @Override
  public Iterator<FileStatus> listFrom(Path path, Configuration configuration) throws IOException {
    ObjectStore objects = store(path, configuration);
    Path directory = path.getParent();
    String prefix = Stores.key(directory) + "/";
    List<FileStatus> files =
        objects
            .list(prefix, path.getName())
            .map(
                file ->
                    new FileStatus(
                        file.size(),
                        false,
                        1,
                        0,
                        file.modified().toEpochMilli(),
                        new Path(directory, file.name())));
    if (files.isEmpty() && objects.list(prefix, "").isEmpty()) {
      throw new FileNotFoundException("no such directory: " + directory);
    }
    return files.iterator();
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }

  private static ObjectStore store(Path path, Configuration configuration) throws IOException {
    return Stores.of(path.getFileSystem(configuration));
  }
}
