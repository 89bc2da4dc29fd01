package io.orderlake.adapters.objectstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.delta.storage.CloseableIterator;
import io.delta.storage.HadoopFileSystemLogStore;
import io.delta.storage.LineCloseableIterator;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.s3.S3Objects;
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
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

/**
 * Delta's log on S3: a commit is put on condition that its version is free, so of any processes
 * that commit one version exactly one succeeds. Delta's own store looks first and puts then, under
 * a lock that only its own process knows, and loses commits of others. A commit, a look at the log
 * and reading a commit are one request each.
 */
public final class ObjectLogStore extends HadoopFileSystemLogStore {
  /** Made by Delta, by name. */
  public ObjectLogStore(Configuration hadoopConfiguration) {
    super(hadoopConfiguration);
  }

  @Override
  public CloseableIterator<String> read(Path path, Configuration configuration) throws IOException {
    S3AFileSystem store = store(path, configuration);
    byte[] content =
        new S3Objects(store)
            .get(store.pathToKey(path))
            .getOrElseThrow(() -> new FileNotFoundException("no such object: " + path));
    return new LineCloseableIterator(
        new InputStreamReader(new ByteArrayInputStream(content), UTF_8));
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    S3AFileSystem store = store(path, configuration);
    ObjectStore objects = new S3Objects(store);
    byte[] content = lines(actions);
    if (overwrite) {
      objects.put(store.pathToKey(path), content);
    } else if (!objects.putNew(store.pathToKey(path), content)) {
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
    S3AFileSystem store = store(path, configuration);
    ObjectStore objects = new S3Objects(store);
    Path directory = path.getParent();
    String prefix = store.pathToKey(directory) + "/";
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

  private static S3AFileSystem store(Path path, Configuration configuration) throws IOException {
    FileSystem fileSystem = path.getFileSystem(configuration);
    if (fileSystem instanceof S3AFileSystem store) {
      return store;
    }
    throw new IOException(
        "%s is on %s, and this log store knows s3a only"
            .formatted(path, fileSystem.getClass().getName()));
  }
}
