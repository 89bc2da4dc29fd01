package io.orderlake.adapters.spark.delta.file;

/**
 * The name under which a table's data files are read and written. Those of an object store have one
 * that says that they are written once, which saves most of the requests.
 */
public final class DataRoot {
  /** What Hadoop is told of such files; by name, since it belongs to those who know stores. */
  public static final String SETTING = "spark.hadoop.fs.orderlake-s3a.impl";

  public static final String FILE_SYSTEM = "io.orderlake.adapters.objectstore.data.DataFileSystem";

  private static final String STORE = "s3a:";

  private DataRoot() {}

  static String of(String root) {
    return root.startsWith(STORE) ? "orderlake-" + root : root;
  }
}
