package io.orderlake.adapters.delta.lake;

import io.delta.kernel.engine.FileReadRequest;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.internal.fs.Path;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a table's log once to open one version of it. Kernel itself looks for a checkpoint
 * among the last thousand commits, and then for the commits since: on a store that is three
 * requests. Here the first look goes back as far as the last checkpoint usually is, and further
 * only where there is none.
 */
final class OneListing implements FileSystemClient {
  /** Commits; somewhat more than tables let come between two checkpoints. */
  private static final long NEAR = 120;

  private final FileSystemClient files;
  private final long version;
  private @Nullable String from;
  private List<FileStatus> listed = List.of();

  /**
   * For one opening.
   *
   * @param version which one is opened
   */
  OneListing(FileSystemClient files, long version) {
    this.files = files;
    this.version = version;
  }

  @Override
  public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
    if (from == null) {
      list(FileNames.listingPrefix(new Path(path).getParent(), Math.max(0, version - NEAR)));
    }
    boolean reaches = isAtOrAfter(path, from) || listed.stream().anyMatch(this::isCheckpoint);
    if (!reaches) {
      list(path);
    }
    return Utils.toCloseableIterator(
        listed.stream().filter(file -> isAtOrAfter(file.getPath(), path)).iterator());
  }

  private void list(String path) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    try (CloseableIterator<FileStatus> all = files.listFrom(path)) {
      all.forEachRemaining(found::add);
    }
    listed = found;
    from = path;
  }

  private boolean isCheckpoint(FileStatus file) {
    String name = name(file.getPath());
    return FileNames.isClassicCheckpointFile(name)
        && file.getSize() > 0
        && FileNames.checkpointVersion(name) <= version;
  }

  private static boolean isAtOrAfter(String path, @Nullable String other) {
    return other != null && name(path).compareTo(name(other)) >= 0;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String resolvePath(String path) throws IOException {
    return files.resolvePath(path);
  }

  @Override
  public CloseableIterator<ByteArrayInputStream> readFiles(
      CloseableIterator<FileReadRequest> requests) throws IOException {
    return files.readFiles(requests);
  }

  @Override
  public boolean mkdirs(String path) throws IOException {
    return files.mkdirs(path);
  }

  @Override
  public boolean delete(String path) throws IOException {
    return files.delete(path);
  }
}
