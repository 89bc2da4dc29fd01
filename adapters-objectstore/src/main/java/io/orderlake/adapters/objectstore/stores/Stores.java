package io.orderlake.adapters.objectstore.stores;

import com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem;
import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.adapters.objectstore.gcs.GcsObjects;
import io.orderlake.adapters.objectstore.s3.S3Objects;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.Map;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.WeakHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

/** Opens stores by the roots of lakes, and by the file systems that Hadoop has opened. */
public final class Stores {
  /** A client is made once for each: it has connections of its own. */
  private static final java.util.Map<FileSystem, ObjectStore> OPENED =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Stores() {}

  /**
   * The store that a root is on; its keys are those of the whole bucket. Open until the process
   * ends, and the same one for everybody.
   *
   * @param root a URI, e.g. {@code s3a://bucket/orders}
   * @param settings what Hadoop is told, by its names
   * @throws LakeFailure when the settings, or what they lead to, do not open it
   */
  public static ObjectStore open(String root, Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach((name, value) -> configuration.set(name, value));
    String scheme = URI.create(root).getScheme();
    try {
      return of(FileSystem.get(URI.create(root), configuration));
    } catch (UnsupportedFileSystemException e) {
      throw LakeFailure.because(
          FailureCause.UNSUPPORTED,
          root + " is on a store that a lake cannot be kept on: " + e.getMessage());
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot open the store of "
              + root
              + ": "
              + e
              + "; check lake, and spark.conf.spark.hadoop.fs."
              + scheme
              + ".* for its endpoint and credentials",
          e);
    } catch (IllegalArgumentException | NullPointerException e) {
      // how connectors meet a setting that they do not understand, or miss
      throw LakeFailure.because(
          FailureCause.MISCONFIGURED,
          "cannot open the store of %s: %s; check spark.conf.spark.hadoop.fs.%s.*: a setting is missing there, or is none"
              .formatted(root, e, scheme),
          e);
    }
  }

  /**
   * The store behind a file system, which stays open as long as the store is used.
   *
   * @throws UnsupportedFileSystemException when it is none whose puts can be had on condition
   */
  public static ObjectStore of(FileSystem files) throws IOException {
    ObjectStore opened = OPENED.get(files);
    if (opened == null) {
      opened = made(files);
      OPENED.put(files, opened);
    }
    return opened;
  }

  private static ObjectStore made(FileSystem files) throws IOException {
    if (files instanceof S3AFileSystem s3) {
      return new S3Objects(s3);
    }
    if (files instanceof GoogleHadoopFileSystem gcs) {
      return new GcsObjects(gcs);
    }
    throw new UnsupportedFileSystemException(
        files.getUri()
            + " is opened by "
            + files.getClass().getName()
            + ", and s3a and gs are known");
  }

  /** The key of a file on a store. */
  public static String key(Path file) {
    return file.toUri().getPath().replaceFirst("^/+", "");
  }

  /** What the keys of all objects under a root begin with: empty, or with a slash at its end. */
  public static String prefix(String root) {
    String path = key(new Path(URI.create(root)));
    return path.isEmpty() ? "" : path + "/";
  }
}
