package io.orderlake.adapters.objectstore.s3;

import io.orderlake.adapters.objectstore.ObjectStore;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.collection.Map;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

/** Opens stores by the roots of lakes. */
public final class Stores {
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
    try {
      FileSystem files = FileSystem.get(URI.create(root), configuration);
      if (files instanceof S3AFileSystem s3) {
        return new S3Objects(s3);
      }
      throw LakeFailure.because(
          FailureCause.UNSUPPORTED,
          root + " is on a store that a lake cannot be kept on: only s3a is known");
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot open the store of "
              + root
              + ": "
              + e
              + "; check lake, and spark.conf.spark.hadoop.fs.s3a.* for its endpoint and"
              + " credentials",
          e);
    }
  }

  /** What the keys of all objects under a root begin with: empty, or with a slash at its end. */
  public static String prefix(String root) {
    String path = URI.create(root).getPath().replaceFirst("^/+", "");
    return path.isEmpty() ? "" : path + "/";
  }
}
