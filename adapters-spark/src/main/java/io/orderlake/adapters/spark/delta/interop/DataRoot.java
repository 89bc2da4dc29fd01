package io.orderlake.adapters.spark.delta.interop;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/**
 * The name under which a table's data files are read and written. Those of an object store have one
 * that says that they are written once, which saves most of the requests.
 */
public final class DataRoot {
  /** By name, since it belongs to those who know stores. */
  private static final String FILE_SYSTEM = "io.orderlake.adapters.objectstore.data.DataFileSystem";

  private static final String MARK = "orderlake-";

  /** What Spark is told of such files. */
  public static final Map<String, String> SETTINGS =
      HashMap.of(
          "spark.hadoop.fs.orderlake-s3a.impl", FILE_SYSTEM,
          "spark.hadoop.fs.orderlake-gs.impl", FILE_SYSTEM);

  private DataRoot() {}

  /** A lake's, a table's or a file's, by the name that Spark's tasks take. */
  public static String of(String root) {
    return isOnStore(root) ? MARK + root : root;
  }

  /** Whether a lake, a table or a file is on an object store. */
  public static boolean isOnStore(String root) {
    return root.startsWith("s3a:") || root.startsWith("gs:");
  }
}
