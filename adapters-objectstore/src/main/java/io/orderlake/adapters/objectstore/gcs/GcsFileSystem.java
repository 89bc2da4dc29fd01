package io.orderlake.adapters.objectstore.gcs;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.impl.OpenFileParameters;

/**
 * Google's file system as Spark 3.5 and this program need it. Hadoop makes this by the name that
 * its settings give.
 */
public final class GcsFileSystem extends GoogleHadoopFileSystem {
  /** Google's own looks for the names of options in a class that came with Hadoop 3.3.5. */
  @Override
  public CompletableFuture<FSDataInputStream> openFileWithOptions(
      Path file, OpenFileParameters parameters) throws IOException {
    return CompletableFuture.completedFuture(open(file, parameters.getBufferSize()));
  }

  /** Google's own says of nearly every failure that there was nothing to delete. */
  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (super.delete(path, recursive)) {
      return true;
    }
    if (exists(path)) {
      throw new IOException("cannot delete " + path);
    }
    return false;
  }
}
