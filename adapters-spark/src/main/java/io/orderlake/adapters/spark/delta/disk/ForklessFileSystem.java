package io.orderlake.adapters.spark.delta.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, checksums included, with permissions set through Java. Without
 * Hadoop's native library the original starts a {@code chmod} process for every file and directory
 * it makes, which costs far more than writing a small file.
 */
public final class ForklessFileSystem extends LocalFileSystem {
  /** Made by Hadoop, by name. */
  public ForklessFileSystem() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      PosixFileAttributeView view =
          Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(symbols(permission));
      if (view != null
          && !view.readAttributes().permissions().equals(wanted)
          && hasPermissions(file)) {
        Files.setPosixFilePermissions(file, wanted);
      }
    }

    /**
     * Whether the disk keeps them, for which the table of mounts is read. A sandbox's need not have
     * what the file lies on.
     */
    private static boolean hasPermissions(java.nio.file.Path file) {
      try {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
      } catch (IOException unlisted) {
        return true;
      }
    }

    private static String symbols(FsPermission permission) {
      return permission.getUserAction().SYMBOL
          + permission.getGroupAction().SYMBOL
          + permission.getOtherAction().SYMBOL;
    }
  }
}
