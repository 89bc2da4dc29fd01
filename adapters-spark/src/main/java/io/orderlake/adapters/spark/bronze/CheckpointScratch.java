package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.interop.Failures;
import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The directories that Spark's streaming checkpoints need while a query runs. Each start gets a new
 * one; what a killed process left is removed by a later start.
 */
final class CheckpointScratch {
  private static final long ABANDONED_AFTER_MILLIS = 24L * 60 * 60 * 1000;

  private final SparkSession spark;
  private final Path parent;

  /** Not as a URI, whose escapes Hadoop takes literally. */
  CheckpointScratch(SparkSession spark, java.nio.file.Path parent) {
    this.spark = spark;
    this.parent = new Path("file:" + parent);
  }

  String create() {
    return Failures.during(
        "preparing checkpoints under " + parent,
        () -> {
          FileSystem files = files();
          files.mkdirs(parent);
          long now = System.currentTimeMillis();
          for (FileStatus old : files.listStatus(parent)) {
            if (now - old.getModificationTime() > ABANDONED_AFTER_MILLIS) {
              files.delete(old.getPath(), true);
            }
          }
          return new Path(parent, UUID.randomUUID().toString()).toString();
        });
  }

  void remove(String checkpoint) {
    Failures.during(
        "removing checkpoint " + checkpoint, () -> files().delete(new Path(checkpoint), true));
  }

  private FileSystem files() throws IOException {
    return parent.getFileSystem(spark.sessionState().newHadoopConf());
  }
}
