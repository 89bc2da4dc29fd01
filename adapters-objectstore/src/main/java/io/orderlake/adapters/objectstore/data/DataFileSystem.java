package io.orderlake.adapters.objectstore.data;

import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.stores.Stores;
import io.vavr.control.Option;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store that are written once, under a name that no other file ever has. So nobody
 * looks before one is written, and a small one that was written or read here is not asked for
 * again. Reading a Parquet file by {@code s3a} itself is four questions for its size and three for
 * its content, writing one is two before and one after.
 *
 * <p>Its scheme is the store's with {@value #MARK} before it. Who wants to know whether a file is
 * still there asks by the store's own: a file that was removed may be known here.
 *
 * <p>Who has been told of a file by somebody else, a listing or a table's log, says what as {@link
 * ToldFile} has it, and spares the question for it.
 */
public final class DataFileSystem extends FileSystem {
  /** What stands before the scheme of the store. */
  public static final String MARK = "orderlake-";

  /** Larger ones are written and read piece by piece. */
  static final int SMALL = 1 << 20;

  private @Nullable URI uri;
  private @Nullable FileSystem store;
  private @Nullable ObjectStore objects;
  private final KeptFiles kept = new KeptFiles();

  @Override
  public void initialize(URI name, Configuration configuration) throws IOException {
    super.initialize(name, configuration);
    setConf(configuration);
    uri = URI.create(name.getScheme() + "://" + name.getAuthority());
    URI bucket =
        URI.create(name.getScheme().substring(MARK.length()) + "://" + name.getAuthority());
    FileSystem opened = FileSystem.get(bucket.resolve("/"), configuration);
    store = opened;
    objects = Stores.of(opened);
  }

  @Override
  public String getScheme() {
    return getUri().getScheme();
  }

  @Override
  public URI getUri() {
    return Objects.requireNonNull(uri, "not initialized");
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    for (ToldFile told : ToldFile.of(path)) {
      return new FileStatus(told.length(), false, 1, SMALL, told.modified(), makeQualified(path));
    }
    String key = Stores.key(path);
    Option<Long> length = kept.length(key);
    if (length.isEmpty()) {
      FileStatus found = store().getFileStatus(inStore(path));
      if (found.isDirectory()) {
        throw new FileNotFoundException(path + " is a directory");
      }
      length = Option.some(found.getLen());
      kept.know(key, found.getLen());
    }
    return new FileStatus(length.get(), false, 1, SMALL, 0, makeQualified(path));
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    Option<ToldFile> told = ToldFile.of(path);
    Path file = told.map(ToldFile::file).getOrElse(path);
    if (getFileStatus(path).getLen() > SMALL) {
      return store().open(inStore(file), bufferSize);
    }
    String key = Stores.key(path);
    Option<byte[]> content = kept.content(key);
    if (content.isEmpty()) {
      byte[] read = read(file, told);
      if (told.forAll(ToldFile::isSeen)) {
        kept.keep(key, read);
      }
      content = Option.some(read);
    }
    return new FSDataInputStream(new ContentStream(content.get()));
  }

  private byte[] read(Path file, Option<ToldFile> told) throws IOException {
    byte[] content =
        objects()
            .get(Stores.key(file))
            .getOrElseThrow(() -> new FileNotFoundException("no such file: " + inStore(file)));
    return told.isEmpty() ? content : told.get().whole(content);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    String key = Stores.key(path);
    return new FSDataOutputStream(
        new GrowingFile(
            () -> store().create(inStore(path), true),
            content -> {
              objects().put(key, content);
              kept.keep(key, content);
            },
            length -> kept.know(key, length)),
        statistics);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    kept.forget(Stores.key(path));
    return store().delete(inStore(path), recursive);
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    return true;
  }

  @Override
  public FileStatus[] listStatus(Path path) {
    throw notHere("list");
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw notHere("rename");
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw notHere("append to");
  }

  private UnsupportedOperationException notHere(String what) {
    return new UnsupportedOperationException("ask the store to " + what + " files of " + uri);
  }

  @Override
  public void setWorkingDirectory(Path directory) {}

  @Override
  public Path getWorkingDirectory() {
    return new Path(getUri() + "/");
  }

  private Path inStore(Path path) {
    URI bucket = store().getUri();
    return new Path(bucket.getScheme(), bucket.getAuthority(), path.toUri().getPath());
  }

  private FileSystem store() {
    return Objects.requireNonNull(store, "not initialized");
  }

  private ObjectStore objects() {
    return Objects.requireNonNull(objects, "not initialized");
  }
}
