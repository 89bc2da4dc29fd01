package io.orderlake.adapters.objectstore.gcs;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.impl.OpenFileParameters;

/**
 * Google's file system on the Hadoop 3.3.4 that Spark 3.5 brings. Who opens a file with options
 * makes Google's own look for their names in a class that came with Hadoop 3.3.5. Hadoop makes this
 * by the name that its settings give.
 */
public final class GcsFileSystem extends GoogleHadoopFileSystem {
  @Override
  public CompletableFuture<FSDataInputStream> openFileWithOptions(
      Path file, OpenFileParameters parameters) throws IOException {
    return CompletableFuture.completedFuture(open(file, parameters.getBufferSize()));
  }
}
