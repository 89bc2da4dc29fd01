package io.orderlake.adapters.delta.lake;

import io.delta.kernel.utils.FileStatus;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/**
 * The names under which files of an object store are read whose lengths are known. Its file system
 * would ask for the length, twice for a Parquet file, and then for one part of it after the other;
 * by such a name a small file is one request.
 */
final class ToldFiles {
  /** By name: it belongs to those who know stores. */
  private static final String FILE_SYSTEM = "io.orderlake.adapters.objectstore.data.DataFileSystem";

  private static final String MARK = "orderlake-";
  private static final String TOLD = "/_told/";
  private static final String LOG = "/_delta_log/";
  private static final Pattern NAME =
      Pattern.compile(MARK + "((?:s3a|gs)://.*?)" + TOLD + "\\d+-\\d+");

  private ToldFiles() {}

  /** Has Hadoop know such names. */
  static void know(Configuration configuration) {
    configuration.set("fs.orderlake-s3a.impl", FILE_SYSTEM);
    configuration.set("fs.orderlake-gs.impl", FILE_SYSTEM);
  }

  /**
   * A file by such a name. One of a table's log was listed just now, so it is there, and what was
   * read of one of the same time is good still; one that a log names may be gone.
   */
  static FileStatus told(FileStatus file) {
    String path = file.getPath();
    boolean inStore = path.startsWith("s3a:") || path.startsWith("gs:");
    if (!inStore || file.getSize() == 0) {
      return file;
    }
    long seen = path.contains(LOG) ? file.getModificationTime() : 0;
    return FileStatus.of(
        MARK + path + TOLD + file.getSize() + "-" + seen,
        file.getSize(),
        file.getModificationTime());
  }

  /** What was said of such a file, of the file as others call it. */
  static String plain(String text) {
    return NAME.matcher(text).replaceAll("$1");
  }
}
