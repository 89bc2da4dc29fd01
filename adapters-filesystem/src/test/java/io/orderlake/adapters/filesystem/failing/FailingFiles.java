package io.orderlake.adapters.filesystem.failing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

/**
 * A file system whose root alone is there, and of which every step meets one and the same fault.
 * Its paths are those of the real one, so that whoever works with paths alone works as ever.
 */
public final class FailingFiles extends FileSystemProvider {
  private final Throwable fault;
  private final FileSystem system = new FailingSystem(this);

  private FailingFiles(Throwable fault) {
    this.fault = fault;
  }

  /** A directory there. */
  public static Path directory(Throwable fault) {
    return new FailingFiles(fault).path(Path.of("/failing"));
  }

  Path path(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            FailingFiles.class.getClassLoader(),
            new Class<?>[] {Path.class, RealPath.class},
            (self, method, arguments) -> {
              if (method.getDeclaringClass() == RealPath.class) {
                return real;
              }
              return switch (method.getName()) {
                case "getFileSystem" -> system;
                case "toRealPath", "register" -> throw fault;
                default -> wrapped(invoked(method, real, arguments));
              };
            });
  }

  private Object wrapped(Object result) {
    return result instanceof Path path ? path(path) : result;
  }

  private static Object invoked(java.lang.reflect.Method method, Path real, Object[] arguments)
      throws Throwable {
    Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < unwrapped.length; i++) {
      if (unwrapped[i] instanceof RealPath path) {
        unwrapped[i] = path.real();
      }
    }
    try {
      return method.invoke(real, unwrapped);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** What a path of this system stands for. */
  interface RealPath {
    Path real();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T, E extends Throwable> T fail() throws E {
    throw (E) fault;
  }

  @Override
  public String getScheme() {
    return "failing";
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return this.<SeekableByteChannel, IOException>fail();
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return this.<FileChannel, IOException>fail();
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return this.<DirectoryStream<Path>, IOException>fail();
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
    this.<Void, IOException>fail();
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    this.<Void, IOException>fail();
  }

  @Override
  public void delete(Path path) throws IOException {
    this.<Void, IOException>fail();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    this.<Void, IOException>fail();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    this.<Void, IOException>fail();
  }

  @Override
  public boolean isSameFile(Path path, Path other) {
    return path.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return this.<FileStore, IOException>fail();
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    if (path.getParent() != null) {
      throw new NoSuchFileException(path.toString());
    }
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    throw new UnsupportedOperationException(type.getName());
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return this.<A, IOException>fail();
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return this.<Map<String, Object>, IOException>fail();
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    this.<Void, IOException>fail();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException(uri.toString());
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException(uri.toString());
  }
}
